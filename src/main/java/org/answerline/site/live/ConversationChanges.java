package org.answerline.site.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.TelegramLinking;

/** Reads the changes of a user's conversation. */
@ApplicationScoped
class ConversationChanges {

    @Inject
    private ConversationReader conversations;

    @Inject
    private Attachments attachments;

    @Inject
    private TelegramLinking linking;

    @Inject
    private Clock clock;

    EventId now() {
        return new EventId(clock.instant());
    }

    @Transactional
    ChangeSet after(long userId, EventId position) {
        Instant readAt = clock.instant();
        List<SupportMessage> changed = conversations.changedAfter(userId, position.safe());
        var files = attachments.of(changed.stream().map(SupportMessage::id).toList());
        return new ChangeSet(readAt, changed, files, linking.linkedSince(userId), conversations.state(userId));
    }
}
