/** Incoming updates as records, read from any JSON that Telegram may send. */
package org.answerline.telegram.update;
