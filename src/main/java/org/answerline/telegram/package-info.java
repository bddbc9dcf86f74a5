/**
 * The Telegram Bot API: typed REST clients, updates, texts with entities, and what each error means.
 *
 * <p>Start with {@link BotApi} (messages and files) and {@link BotAdminApi} (the bot and its webhook). It knows nothing of users, conversations or the database. Its callers decide when to retry.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
package org.answerline.telegram;
