package org.answerline.linking;

import java.util.OptionalLong;

/** The result of a start parameter that a private chat sent. */
public sealed interface LinkOutcome {

    /** The chat is now linked to the user; {@code previousChat} is the user's chat until now, if it was another one. */
    record Linked(long userId, String name, String email, OptionalLong previousChat) implements LinkOutcome {}

    /** The chat was already linked to this user. */
    record AlreadyLinked(String name) implements LinkOutcome {}

    /** The chat is linked to another account; nothing changes until its user confirms it. */
    record ChatOfAnother(String currentEmail, String wantedEmail) implements LinkOutcome {}

    /** The token was used before, from another chat. */
    record AlreadyUsed() implements LinkOutcome {}

    /** The token is older than a day. */
    record Expired() implements LinkOutcome {}

    /** The parameter is not a token of this desk. */
    record Unknown() implements LinkOutcome {}

    /** The chat sent /switch, but there is no open request (or no longer one). */
    record NothingToSwitch() implements LinkOutcome {}
}
