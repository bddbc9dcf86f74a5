/**
 * Conversations: questions, answers, replies and their delivery state.
 *
 * <p>Every message is stored before it is sent. This package puts messages into the outbox and never calls Telegram. A user sees only
 * their own messages.
 */
package org.answerline.conversation;
