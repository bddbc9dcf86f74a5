/**
 * A site account and one private Telegram chat, tied by a one-time link that the user opens.
 *
 * <p>It answers which chat is whose, and must never let a chat be tied without its token, nor show a token to anybody else.
 */
package org.answerline.linking;
