package org.answerline.conversation.message;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.answerline.attachment.Attachment;

/**
 * A page of a user's conversation.
 *
 * @param messages oldest first
 * @param next the cursor to the page before this one in time; empty when there is nothing older
 * @param files those of each message that has any
 */
public record ConversationPage(List<SupportMessage> messages, OptionalLong next, Map<Long, List<Attachment>> files) {

    /** The files of one of its messages, in their order. */
    public List<Attachment> filesOf(SupportMessage message) {
        return files.getOrDefault(message.id(), List.of());
    }
}
