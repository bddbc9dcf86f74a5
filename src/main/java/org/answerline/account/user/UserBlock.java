package org.answerline.account.user;

import java.time.Instant;
import java.util.Optional;

/**
 * Support accepts no messages from a user. It is not the same as a user who blocks the bot in Telegram.
 *
 * @param since when support decided so
 * @param until when it ends by itself; empty if it lasts until support ends it
 * @param operatorName who decided so; empty for an anonymous administrator
 */
public record UserBlock(Instant since, Optional<Instant> until, Optional<String> operatorName) {

    /** Whether it applies at this time. */
    public boolean isInForce(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
