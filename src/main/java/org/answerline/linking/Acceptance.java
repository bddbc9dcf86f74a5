package org.answerline.linking;

import java.util.OptionalLong;

/** What came of a start parameter that a private chat sent. */
public sealed interface Acceptance {

    /** The chat is the user's now; {@code previousChat} was until now, if it was another. */
    record Linked(long userId, String name, String email, OptionalLong previousChat) implements Acceptance {}

    /** The chat already was this user's. */
    record AlreadyLinked(String name) implements Acceptance {}

    /** The chat belongs to another account; nothing has changed until its user says so. */
    record ChatOfAnother(String currentEmail, String wantedEmail) implements Acceptance {}

    /** The token was spent before, from another chat. */
    record AlreadyUsed() implements Acceptance {}

    /** The token is older than a day. */
    record Expired() implements Acceptance {}

    /** No token of ours. */
    record Unknown() implements Acceptance {}

    /** The chat asked to move, but nothing waits for that (or not any more). */
    record NothingToSwitch() implements Acceptance {}
}
