package org.answerline.sandbox.telegram;

import java.time.Instant;

/**
 * One call of a Bot API method.
 *
 * @param sender by which address it came, see {@link SandboxTelegram#apiUrl(String)}
 * @param at when its handling began
 */
record Call(String sender, Instant at, String method, Parameters parameters) {}
