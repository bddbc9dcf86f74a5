package org.answerline.conversation.mail;

import java.util.Optional;

/**
 * An answer that its user has not seen, with its present text.
 *
 * @param text empty if there are only files
 * @param signature the operator's name that the user sees
 * @param originChatId the chat in which the operator wrote it; 0 if unknown
 * @param originMessageId the operator's message there; 0 if unknown
 */
record UnseenAnswer(long id, String text, Optional<String> signature, long originChatId, long originMessageId) {}
