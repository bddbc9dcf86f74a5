package org.answerline.promises;

import java.util.OptionalLong;
import org.answerline.sandbox.telegram.Participant;

/** A message of a walk, or a note, as its author last left it. */
final class WalkMessage {

    private final WalkUser user;
    private final String mark;
    private String text;
    private Participant author;
    private OptionalLong messageId = OptionalLong.empty();
    private boolean isEdited;
    private boolean isWithdrawn;

    /**
     * A message in the conversation of this user.
     *
     * @param mark is in its text, in every version of it, and in no other text
     */
    WalkMessage(WalkUser user, String mark, String text) {
        this.user = user;
        this.mark = mark;
        this.text = text;
    }

    /** It was written in Telegram. */
    WalkMessage by(Participant person, long id) {
        author = person;
        messageId = OptionalLong.of(id);
        return this;
    }

    /** Its author changes it in Telegram. */
    void edit(String newText) {
        text = newText;
        isEdited = true;
        author.edit(messageId.orElseThrow(), newText);
    }

    void withdraw() {
        isWithdrawn = true;
    }

    WalkUser user() {
        return user;
    }

    String mark() {
        return mark;
    }

    /** What its author wrote last. */
    String text() {
        return text;
    }

    Participant author() {
        return author;
    }

    long messageId() {
        return messageId.orElseThrow();
    }

    boolean isInTelegram() {
        return messageId.isPresent();
    }

    boolean isEdited() {
        return isEdited;
    }

    boolean isWithdrawn() {
        return isWithdrawn;
    }

    @Override
    public String toString() {
        return user.name() + ": " + text + (isWithdrawn ? " (withdrawn)" : "");
    }
}
