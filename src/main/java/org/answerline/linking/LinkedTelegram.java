package org.answerline.linking;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's Telegram account in a form that the user recognises.
 *
 * @param name the username with @, otherwise the person's name; empty until an update has contained it
 * @param since the time when it was linked
 */
public record LinkedTelegram(Optional<String> name, Instant since) {}
