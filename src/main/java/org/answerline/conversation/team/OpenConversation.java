package org.answerline.conversation.team;

import java.time.Instant;
import java.util.Optional;

/**
 * A conversation whose last message is from the user.
 *
 * @param messageId the user's first message after the last answer
 * @param number the number of that message
 * @param since when that message was stored
 * @param text that message
 * @param owner who has the conversation; empty if nobody has it
 */
public record OpenConversation(
        long userId,
        String userName,
        long messageId,
        long number,
        Instant since,
        String text,
        Optional<ConversationOwner> owner) {}
