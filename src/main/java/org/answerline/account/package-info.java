/**
 * Accounts of the site's users: sign-up, passwords, sign-in and sign-out, e-mail confirmation, and the current user of a request.
 *
 * <p>It knows nothing of messages or Telegram. No other package reads a password or its hash.
 */
package org.answerline.account;
