package org.answerline.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Participant;

/** A user of a walk, who writes and reads in one way only or in several. */
abstract class WalkUser {

    private final String name;
    private final Customer customer;
    private final List<WalkMessage> said = new ArrayList<>();

    WalkUser(String name, Customer customer) {
        this.name = name;
        this.customer = customer;
    }

    String name() {
        return name;
    }

    Customer customer() {
        return customer;
    }

    /** All messages of both sides so far, in their order. */
    List<WalkMessage> said() {
        return said;
    }

    /** Whether answers come to the user's Telegram. */
    boolean isLinked() {
        return false;
    }

    /** Sends a message; its id if it was written in Telegram. */
    abstract OptionalLong write(String text);

    /** Waits until the user has this text before them. */
    abstract void reads(String text);

    /** Asks, and sees that the message was accepted. */
    WalkMessage asks(String mark, String text) {
        var message = new WalkMessage(this, mark, text);
        said.add(message);
        write(text).ifPresent(id -> message.by(telegram(), id));
        awaitAccepted(text);
        return message;
    }

    void awaitAccepted(String text) {
        Await.until(text + " is accepted", () -> customer.threadTexts().contains(text));
    }

    Participant telegram() {
        return customer.telegram();
    }

    /** The number of the user's last question. */
    long number() {
        return customer.thread().stream()
                .filter(message -> !message.isNull("number"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .getJsonNumber("number")
                .longValue();
    }

    String state() {
        return customer.browser().thread().getString("state");
    }

    void awaitState(String state) {
        Await.until(name + " is " + state, () -> state().equals(state));
    }

    /** The texts of the page, without scripts. */
    List<String> pageTexts() {
        return customer.browser()
                .get("/support/")
                .expect(200)
                .html()
                .select("article.message p.text")
                .eachText();
    }
}
