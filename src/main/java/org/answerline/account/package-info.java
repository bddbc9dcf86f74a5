/**
 * Who is speaking on the site: accounts, passwords, signing in and out, and the current user.
 *
 * <p>It must never know about messages or Telegram, and nothing outside may ask for a password or its hash.
 */
package org.answerline.account;
