package org.answerline.account;

import java.time.Instant;

/**
 * The owner of this account has proved its address, or the password was changed. Fired inside the transaction.
 *
 * @param linksBefore links made before this time may belong to somebody else and end; {@link Instant#MAX} for all links
 */
public record AccountSecured(long userId, Instant linksBefore) {}
