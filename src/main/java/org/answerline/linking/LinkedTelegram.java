package org.answerline.linking;

import java.time.Instant;
import java.util.Optional;

/**
 * The Telegram of a user as its owner recognises it.
 *
 * @param name the username with @, else the name of the person; empty until Telegram has said it
 * @param since when it was linked
 */
public record LinkedTelegram(Optional<String> name, Instant since) {}
