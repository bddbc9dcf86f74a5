/**
 * The transactional outbox: every message to Telegram is stored here with the change that caused it, and sent after the commit.
 *
 * <p>It keeps the order of each chat, retries while an error may be temporary, limits the send rate, raises alarms about the operators'
 * chat, and reports the result of each delivery as an event. The texts come from its callers.
 */
package org.answerline.delivery;
