package org.answerline.telegram;

import java.time.Instant;
import java.util.Optional;

/**
 * A bot as getMe tells it.
 *
 * @param id the number before the colon of its token
 * @param username without @
 * @param readsAllGroupMessages whether its privacy mode is off
 * @param toldAt Telegram's clock when it answered, to the second, if it said so
 * @see <a href="https://core.telegram.org/bots/api#getme">getMe</a>
 */
public record BotUser(long id, String username, boolean readsAllGroupMessages, Optional<Instant> toldAt) {}
