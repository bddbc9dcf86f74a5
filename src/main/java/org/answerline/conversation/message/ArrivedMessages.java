package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/**
 * Stores that messages have arrived in Telegram, in one statement each, without reading them first. Joins the caller's transaction, which
 * must not have read the messages by their entities before.
 */
@ApplicationScoped
public class ArrivedMessages {

    /**
     * The Telegram messages in the operators' chat that a part of a question became.
     *
     * @param messageIds the message_ids: one, or one for each file of an album
     * @param offset where the part begins in the text, in UTF-16 units
     */
    public record Notice(long botId, long chatId, List<Long> messageIds, int offset) {}

    /**
     * A message of which a part has arrived.
     *
     * @param origin the Telegram message that it was written as; empty for one from the site
     * @param isWithdrawn whether its operator has withdrawn it, so that it does not count as delivered
     * @param isEditPending whether the other side is to see a change of the text now
     */
    public record Arrived(
            long userId, Optional<TelegramMessageRef> origin, boolean isWithdrawn, boolean isEditPending) {}

    private static final String RETURNED =
            "user_id, origin_chat_id, origin_message_id, delivery = 'WITHDRAWN', edit_pending";

    @Inject
    private JdbcClient database;

    @Inject
    private Event<ConversationChanged> changes;

    /**
     * A part of a question has arrived in the operators' chat, where a Reply to it is an answer from now on.
     *
     * @param isFirst whether it is the first part
     * @param isLast whether the whole question has arrived now
     * @return the question, if it still exists
     */
    public Optional<Arrived> noticed(
            long supportMessageId, Notice notice, boolean isFirst, boolean isLast, Instant now) {
        Optional<Arrived> question = database.first(
                ArrivedMessages::arrived,
                """
                with question as (
                  update support_messages set
                    admin_chat_id = case when ? then ? else admin_chat_id end,
                    admin_telegram_message_id = case when ? then ? else admin_telegram_message_id end,
                    delivery = case when ? then 'DELIVERED' else delivery end,
                    delivery_failure = case when ? then null else delivery_failure end,
                    changed_at = case when ? then ? else changed_at end
                  where id = ? returning id, user_id, origin_chat_id, origin_message_id, delivery, edit_pending),
                notices as (
                  insert into operator_notices (bot_id, chat_id, message_id, support_message_id, from_offset)
                  select ?, ?, m.id, q.id, ? from question q, unnest(?) as m (id) on conflict do nothing)
                select %s from question
                """
                        .formatted(RETURNED),
                isFirst,
                notice.chatId(),
                isFirst,
                notice.messageIds().get(0),
                isLast,
                isLast,
                isLast,
                now,
                supportMessageId,
                notice.botId(),
                notice.chatId(),
                notice.offset(),
                notice.messageIds());
        question.filter(message -> isLast).ifPresent(this::changed);
        return question;
    }

    /**
     * A part of an answer has arrived in its user's chat.
     *
     * @param isLast whether the whole answer has arrived now
     * @return the answer, if it still exists
     */
    public Optional<Arrived> answered(long supportMessageId, boolean isLast, Instant now) {
        Optional<Arrived> answer = database.first(
                ArrivedMessages::arrived,
                """
                update support_messages set
                  delivery = case when ? and delivery <> 'WITHDRAWN' then 'DELIVERED' else delivery end,
                  delivery_failure = case when ? and delivery <> 'WITHDRAWN' then null else delivery_failure end,
                  changed_at = case when ? and delivery <> 'WITHDRAWN' then ? else changed_at end
                where id = ? returning %s
                """
                        .formatted(RETURNED),
                isLast,
                isLast,
                isLast,
                now,
                supportMessageId);
        answer.filter(message -> isLast && !message.isWithdrawn()).ifPresent(this::changed);
        return answer;
    }

    private static Arrived arrived(ResultSet row) throws SQLException {
        long originChat = row.getLong(2);
        Optional<TelegramMessageRef> origin = Optional.ofNullable(row.getObject(3, Long.class))
                .map(message -> new TelegramMessageRef(originChat, message));
        return new Arrived(row.getLong(1), origin, row.getBoolean(4), row.getBoolean(5));
    }

    private void changed(Arrived message) {
        changes.fire(new ConversationChanged(message.userId()));
    }
}
