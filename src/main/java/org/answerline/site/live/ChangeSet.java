package org.answerline.site.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.SupportMessage;

/** What a user's pages should show: what changed, in order, with the files of each, and since when Telegram is linked if it is, as read at a time. */
record ChangeSet(
        Instant readAt,
        List<SupportMessage> changed,
        Map<Long, List<Attachment>> files,
        Optional<Instant> linkedSince) {

    List<Attachment> filesOf(SupportMessage message) {
        return files.getOrDefault(message.id(), List.of());
    }
}
