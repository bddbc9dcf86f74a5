/**
 * Downloads the files that people send in Telegram, after their message was stored.
 *
 * <p>Telegram is called outside every transaction. A download that fails is repeated for two days.
 */
package org.answerline.attachment.download;
