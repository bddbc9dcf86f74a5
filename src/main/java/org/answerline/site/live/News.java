package org.answerline.site.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.SupportMessage;

/** What a user's pages should show: what changed, in order, with the files of each, and whether Telegram is linked, as read at a time. */
record News(Instant readAt, List<SupportMessage> changed, Map<Long, List<Attachment>> files, boolean linked) {

    List<Attachment> filesOf(SupportMessage message) {
        return files.getOrDefault(message.id(), List.of());
    }
}
