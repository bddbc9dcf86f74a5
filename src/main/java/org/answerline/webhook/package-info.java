/**
 * The endpoint for updates from Telegram.
 *
 * <p>Each update is handled once, in one transaction, and answered in milliseconds. Nothing here waits for Telegram. An update that
 * cannot be handled is set aside, because a failing webhook would block all later updates for a day.
 */
package org.answerline.webhook;
