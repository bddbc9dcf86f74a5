package org.answerline.conversation.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.attachment.Attachment;

/**
 * A page of a user's conversation.
 *
 * @param messages oldest first
 * @param next the cursor of the next older page; empty when there are no older messages
 * @param files the files of each message that has any, by message id
 */
public record ConversationPage(List<SupportMessage> messages, OptionalLong next, Map<Long, List<Attachment>> files) {

    /** Its newest message. */
    public Optional<SupportMessage> last() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    /** The files of one of its messages, in their order. */
    public List<Attachment> filesOf(SupportMessage message) {
        return message.isWithdrawn() ? List.of() : files.getOrDefault(message.id(), List.of());
    }
}
