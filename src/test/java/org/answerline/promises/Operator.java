package org.answerline.promises;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;

/** The operator of a desk at their Telegram. */
final class Operator {

    private final Desk desk;
    private final Participant hands;

    Operator(Desk desk) {
        this(desk, desk.telegram().operator());
    }

    Operator(Desk desk, Participant hands) {
        this.desk = desk;
        this.hands = hands;
    }

    /** The person, for what has no verb here. */
    Participant hands() {
        return hands;
    }

    /** The first message of the bot that contains these words, as soon as it is there. */
    SandboxMessage sees(String words) {
        return sees(message -> message.text().contains(words));
    }

    /** The first message of the bot of this kind, as soon as it is there. */
    SandboxMessage sees(Predicate<SandboxMessage> kind) {
        return desk.telegram()
                .awaitMessage(hands.chatId(), message -> message.fromBot() && kind.test(message), Await.PATIENCE);
    }

    /** All messages of the bot that contain these words now. */
    List<SandboxMessage> seen(String words) {
        return desk.telegram().transcript(hands.chatId()).stream()
                .filter(message -> message.fromBot() && message.text().contains(words))
                .toList();
    }

    /** Presses Reply on a message and writes. */
    long reply(SandboxMessage to, String text) {
        return hands.reply(to.id(), text);
    }

    /** Presses Reply on a message and sends something else than text. */
    long reply(SandboxMessage to, Media media) {
        return hands.reply(to.id(), media);
    }

    /** What the desk says about a message of the operator's. */
    String toldOn(long messageId) {
        return sees(message -> message.replyTo().orElse(-1) == messageId).text();
    }

    /** The bot's reaction to a message of the operator's; empty when there is none. */
    String reactionOn(long messageId) {
        return desk.telegram().transcript(hands.chatId()).stream()
                .filter(message -> message.id() == messageId)
                .map(SandboxMessage::reaction)
                .findFirst()
                .orElse("");
    }

    /** The quoted part of a notice: the words of the user and nothing else. */
    static String quoteIn(SandboxMessage notice) {
        return notice.entities().getValuesAs(JsonObject.class).stream()
                .filter(entity -> entity.getString("type").equals("blockquote"))
                .map(entity -> notice.text()
                        .substring(entity.getInt("offset"), entity.getInt("offset") + entity.getInt("length")))
                .reduce((one, other) -> {
                    throw new AssertionError("Two quotes in " + notice);
                })
                .orElseThrow(() -> new AssertionError("No quote in " + notice));
    }
}
