package org.answerline.conversation.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.database.JdbcClient;

/**
 * Tells a user in Telegram that nobody answers now and when somebody is back: once in each time at which nobody answers. The pages and the
 * widget show the same by themselves. It is no message of the conversation, so it never counts as an answer.
 */
@ApplicationScoped
@Transactional
public class AfterHoursMessages {

    @Inject
    private DeskHours hours;

    @Inject
    private TelegramLinking linking;

    @Inject
    private OutgoingMessages outgoing;

    @Inject
    private Outbox outbox;

    @Inject
    private JdbcClient database;

    /** A user has written this message. */
    public void tell(SupportMessage message) {
        hours.closedPeriod().ifPresent(period -> linking.linked(message.userId())
                .filter(user -> !user.blocked() && isFirst(user.userId(), period))
                .ifPresent(user -> tell(user, message, period)));
    }

    private void tell(LinkedUser user, SupportMessage message, ClosedPeriod period) {
        String text = period.text(outgoing.texts(user), "telegram.user.closed");
        outbox.put(OutboxMessage.wordOn(user.chatId(), message.messageIdIn(user.chatId()), text));
    }

    /** Whether the user was not told of this time yet; two nodes at once do not both tell it. */
    private boolean isFirst(long userId, ClosedPeriod period) {
        return database.update(
                        """
                        insert into after_hours_messages (user_id, reopens_at) values (?, ?)
                        on conflict (user_id) do update set reopens_at = excluded.reopens_at
                        where after_hours_messages.reopens_at <> excluded.reopens_at
                        """,
                        userId,
                        period.until().orElse(Instant.EPOCH))
                == 1;
    }
}
