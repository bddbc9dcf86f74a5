/**
 * The door through which Telegram speaks to us.
 *
 * <p>An update is handled once, in one transaction, and answered in milliseconds; nothing here waits for Telegram, and nothing a
 * sender can write makes it fail, because a failing update blocks all later ones of its chat for a day.
 */
package org.answerline.webhook;
