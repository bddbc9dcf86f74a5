/**
 * Files of conversations: which are accepted, where their content is stored, and who may download them.
 *
 * <p>The content decides the type of a file. A file is served only to the owner of its conversation and to the operators. Files that
 * people send in Telegram are stored here with their Telegram file id until {@code org.answerline.attachment.download} has downloaded them.
 */
package org.answerline.attachment;
