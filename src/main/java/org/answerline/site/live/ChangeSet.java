package org.answerline.site.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.team.ConversationState;

/** Changes for a user's pages, as read at one time: messages in order with their files, since when Telegram is linked, if it is, and whose turn it is. */
record ChangeSet(
        Instant readAt,
        List<SupportMessage> changed,
        Map<Long, List<Attachment>> files,
        Optional<Instant> linkedSince,
        ConversationState state) {

    List<Attachment> filesOf(SupportMessage message) {
        return files.getOrDefault(message.id(), List.of());
    }
}
