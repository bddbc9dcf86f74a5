/**
 * The Bot API: calls, updates and errors as records, and what each error means ({@code TelegramErrorTable}).
 *
 * <p>It knows nothing of users, conversations or the database. When to retry is decided by its callers.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
package org.answerline.telegram;
