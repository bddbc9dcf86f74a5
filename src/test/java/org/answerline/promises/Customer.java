package org.answerline.promises;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;

/** A user of a desk: an account, a browser signed in with it, and a Telegram of their own that is not linked yet. */
final class Customer {

    private static final AtomicLong TELEGRAMS = new AtomicLong(2_000_000);

    private final Desk desk;
    private final Browser browser;
    private final Participant telegram;

    private Customer(Desk desk, Browser browser, Participant telegram) {
        this.desk = desk;
        this.browser = browser;
        this.telegram = telegram;
    }

    /** Somebody new whose Telegram speaks English. */
    static Customer of(Desk desk, String fullName) {
        return of(desk, fullName, "en");
    }

    /** Somebody new whose Telegram speaks this language. */
    static Customer of(Desk desk, String fullName, String language) {
        return new Customer(desk, desk.signedIn(fullName), newTelegram(desk, language));
    }

    /** Whoever is signed in in this browser. */
    static Customer of(Desk desk, Browser browser) {
        return new Customer(desk, browser, newTelegram(desk, "en"));
    }

    /** Somebody new who has opened the link. */
    static Customer linked(Desk desk, String fullName) {
        return of(desk, fullName).link();
    }

    /** A person with Telegram whom the desk does not know. */
    static Participant newTelegram(Desk desk, String language) {
        long id = TELEGRAMS.incrementAndGet();
        return desk.telegram().person(id, "Person " + id, language);
    }

    /** Words that no other test writes. */
    static String words(String beginning) {
        return beginning + " " + UUID.randomUUID();
    }

    /** The same account, from another Telegram. */
    Customer with(Participant other) {
        return new Customer(desk, browser, other);
    }

    Browser browser() {
        return browser;
    }

    Participant telegram() {
        return telegram;
    }

    long chatId() {
        return telegram.chatId();
    }

    /** The token that the site shows, to an account that is not linked. */
    String token() {
        return tokenOn("/account/telegram/");
    }

    /** The token that this page shows. */
    String tokenOn(String path) {
        var command = browser.get(path).expect(200).html().selectFirst("#telegram-command");
        if (command == null) {
            throw new AssertionError("No token on " + path);
        }
        return command.text().replaceFirst("^/start ", "");
    }

    /** Opens the link of the site in Telegram, and has read the confirmation. */
    Customer link() {
        telegram.pressStart(token());
        receives(browser.email());
        return this;
    }

    /** Asks through the JSON API; the message's id. */
    long asks(String text) {
        return browser.submitFeedback("", text).getJsonNumber("id").longValue();
    }

    /** Asks so; the number by which people know the question. */
    long asksAndIsNumbered(String text) {
        return numberOf(asks(text));
    }

    /** The number of a question with this id. */
    long numberOf(long id) {
        return thread().stream()
                .filter(message -> message.getJsonNumber("id").longValue() == id)
                .findFirst()
                .orElseThrow()
                .getJsonNumber("number")
                .longValue();
    }

    /** The first message of the bot that contains these words, as soon as it is there. */
    SandboxMessage receives(String words) {
        return desk.telegram()
                .awaitMessage(
                        chatId(), message -> message.fromBot() && message.text().contains(words), Await.PATIENCE);
    }

    /** All that the bot has sent so far. */
    List<String> received() {
        return desk.telegram().transcript(chatId()).stream()
                .filter(SandboxMessage::fromBot)
                .map(SandboxMessage::text)
                .toList();
    }

    /** How many of the bot's messages contain these words. */
    long received(String words) {
        return received().stream().filter(text -> text.contains(words)).count();
    }

    /** How many of the bot's messages contain these words and were not deleted. */
    long has(String words) {
        return desk.telegram().transcript(chatId()).stream()
                .filter(message -> message.fromBot()
                        && !message.deleted()
                        && message.text().contains(words))
                .count();
    }

    /** What the bot sent since it had sent so many, up to a message that ends the wait. */
    List<String> receivedAfter(int earlier, String last) {
        receives(last);
        return received().subList(earlier, received().size());
    }

    /** The conversation on the site, oldest first. */
    List<JsonObject> thread() {
        return browser.thread().getJsonArray("messages").getValuesAs(JsonObject.class);
    }

    /** The texts of the conversation on the site, oldest first. */
    List<String> threadTexts() {
        return thread().stream().map(message -> message.getString("text")).toList();
    }
}
