/**
 * The link between an account of the site and one private Telegram chat, made by a one-time deep link.
 *
 * <p>A chat is linked only with a valid token, and a token is shown only to the account that it belongs to.
 */
package org.answerline.linking;
