/**
 * Telegram's language: the calls of the Bot API, its updates and its errors, as records.
 *
 * <p>It knows nothing of support desks, users or the database, and nothing here decides what to say or when to try again.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
package org.answerline.telegram;
