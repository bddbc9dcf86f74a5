/**
 * A Telegram to try the desk with: a Bot API, a webhook sender, chats with people in them and a page to watch.
 *
 * <p>It exists so that tests, load runs and newcomers need no Telegram account. It behaves as the real Bot API does, refusals
 * and failures included, and it knows nothing of the desk: the two meet over HTTP only.
 */
package org.answerline.sandbox.telegram;
