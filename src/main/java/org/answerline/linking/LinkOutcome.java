package org.answerline.linking;

import java.util.OptionalLong;

/** What came of a start parameter that a private chat sent. */
public sealed interface LinkOutcome {

    /** The chat is the user's now; {@code previousChat} was until now, if it was another. */
    record Linked(long userId, String name, String email, OptionalLong previousChat) implements LinkOutcome {}

    /** The chat already was this user's. */
    record AlreadyLinked(String name) implements LinkOutcome {}

    /** The chat belongs to another account; nothing has changed until its user says so. */
    record ChatOfAnother(String currentEmail, String wantedEmail) implements LinkOutcome {}

    /** The token was spent before, from another chat. */
    record AlreadyUsed() implements LinkOutcome {}

    /** The token is older than a day. */
    record Expired() implements LinkOutcome {}

    /** No token of ours. */
    record Unknown() implements LinkOutcome {}

    /** The chat asked to move, but nothing waits for that (or not any more). */
    record NothingToSwitch() implements LinkOutcome {}
}
