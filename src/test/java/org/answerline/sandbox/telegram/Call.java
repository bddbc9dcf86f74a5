package org.answerline.sandbox.telegram;

import java.time.Instant;

/**
 * One call of a Bot API method.
 *
 * @param sender by which address it came, see {@link SandboxTelegram#apiUrl(String)}
 * @param connection the port at the caller's end, the same for all calls over one connection; 0 for none
 * @param at when its handling began
 */
record Call(String sender, int connection, Instant at, String method, Parameters parameters) {}
