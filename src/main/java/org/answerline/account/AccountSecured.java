package org.answerline.account;

import java.time.Instant;

/**
 * Whoever owns the address of this account has just shown it, or its password is another one. Fired inside the transaction.
 *
 * @param linksBefore what was tied to the account before this time may be somebody else's and ends; {@link Instant#MAX} for everything
 */
public record AccountSecured(long userId, Instant linksBefore) {}
