package org.answerline.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The data that a user needs to link Telegram.
 *
 * @param link the deep link; empty while the bot's username is not known
 * @param validUntil when the token stops working
 */
public record LinkInvitation(String token, Optional<URI> link, Instant validUntil) {

    /** The command that the user can send by hand: Telegram Desktop drops the parameter of a bot that was started before. */
    public String command() {
        return "/start " + token;
    }

    /** Does not contain the token, because this text may appear in a log. */
    @Override
    public String toString() {
        return "Invitation[until " + validUntil + "]";
    }
}
