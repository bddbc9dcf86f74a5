package org.answerline.linking;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user needs to link Telegram.
 *
 * @param link the deep link; empty for as long as the bot's username is not known
 * @param validUntil when the token stops working
 */
public record LinkInvitation(String token, Optional<URI> link, Instant validUntil) {

    /** What the user sends to the bot by hand, since Telegram Desktop drops the parameter of a bot already started. */
    public String command() {
        return "/start " + token;
    }

    /** Never the token: this text may end in a log. */
    @Override
    public String toString() {
        return "Invitation[until " + validUntil + "]";
    }
}
