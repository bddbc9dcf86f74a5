package org.answerline.conversation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.conversation.message.ConversationChanged;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.platform.database.JdbcClient;

/** Whose turn it is in each conversation, and which operator has it. */
@ApplicationScoped
@Transactional
public class Conversations {

    /** Each open conversation with the user's first message after the last answer. A withdrawn answer is none; a message that is
     * kept back opens none. */
    static final String OPEN =
            """
            select w.user_id, min(w.id) as first_id from support_messages w
            left join conversations c on c.user_id = w.user_id
            where not w.is_from_admin and w.delivery <> 'HELD' and w.id > coalesce(c.closed_through, 0)
            and not exists (select 1 from support_messages a
              where a.user_id = w.user_id and a.id > w.id and a.is_from_admin and a.delivery <> 'WITHDRAWN')
            group by w.user_id
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private JdbcClient database;

    @Inject
    private Event<ConversationChanged> changes;

    @Inject
    private Clock clock;

    /**
     * The state of a user's conversation.
     *
     * @param last its last message, empty if there is none
     */
    public ConversationState state(long userId, Optional<SupportMessage> last) {
        if (last.isEmpty()) {
            return ConversationState.WAITING;
        }
        boolean isClosed = find(userId)
                .filter(conversation -> conversation.isClosedAfter(last.get().id()))
                .isPresent();
        if (isClosed) {
            return ConversationState.CLOSED;
        }
        return last.get().isFromAdmin() ? ConversationState.WAITING : ConversationState.OPEN;
    }

    /** The state of a user's conversation, read in one statement; a withdrawn answer does not count. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public ConversationState state(long userId) {
        return database.first(
                        Conversations::state,
                        """
                        select m.is_from_admin, m.id <= coalesce(c.closed_through, 0) from support_messages m
                        left join conversations c on c.user_id = m.user_id where m.user_id = ? and m.delivery <> 'WITHDRAWN'
                        order by m.id desc limit 1
                        """,
                        userId)
                .orElse(ConversationState.WAITING);
    }

    /** The states of several users' conversations; none of a user who has none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, ConversationState> states(Collection<Long> userIds) {
        Map<Long, ConversationState> states = new HashMap<>();
        database.list(
                row -> states.put(row.getLong(3), state(row)),
                """
                select last.is_from_admin, last.id <= coalesce(c.closed_through, 0), u.id from unnest(?) as u (id)
                cross join lateral (select m.id, m.is_from_admin from support_messages m
                  where m.user_id = u.id and m.delivery <> 'WITHDRAWN' order by m.id desc limit 1) last
                left join conversations c on c.user_id = u.id
                """,
                userIds);
        return states;
    }

    /** The users in whose conversations something was written after this time. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> writtenSince(Instant time) {
        return database.list(
                row -> row.getLong(1), "select distinct user_id from support_messages where created_at > ?", time);
    }

    /** Who has this conversation. */
    public Optional<ConversationOwner> owner(long userId) {
        return find(userId).flatMap(Conversation::owner);
    }

    /**
     * Gives a conversation to the operator who answers, if nobody has it.
     *
     * @return the other operator who has it; empty if it is, or has become, this operator's
     */
    public Optional<ConversationOwner> answeredBy(long userId, OperatorIdentity operator) {
        Conversation conversation = created(userId);
        Optional<ConversationOwner> owner = conversation.owner();
        if (owner.isEmpty()) {
            conversation.own(operator, clock.instant());
        }
        return owner.filter(other -> other.id() != operator.id());
    }

    /**
     * Gives a conversation to an operator, even if another one has it.
     *
     * @return who had it before
     */
    public Optional<ConversationOwner> take(long userId, OperatorIdentity operator) {
        Conversation conversation = created(userId);
        Optional<ConversationOwner> before = conversation.owner();
        conversation.own(operator, clock.instant());
        return before;
    }

    /** From now on nobody has this conversation. */
    public void drop(long userId) {
        created(userId).disown();
    }

    /**
     * Closes a conversation until something new is written in it; a message that the operators have not received yet is new.
     *
     * @param seenId a message that they have certainly received, even if that is not recorded yet; 0 if none is known
     * @return false if it was closed already
     */
    public boolean close(long userId, long seenId) {
        long last = database.number(
                """
                select coalesce(max(id), 0) from support_messages
                where user_id = ? and (is_from_admin or delivery not in ('WAITING', 'HELD') or id <= ?)
                """,
                userId,
                seenId);
        Conversation conversation = created(userId);
        boolean isNew = !conversation.isClosedAfter(last);
        conversation.close(last);
        if (isNew) {
            changes.fire(new ConversationChanged(userId));
        }
        return isNew;
    }

    /** How many conversations are open. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long countOpen() {
        return database.number("select count(*) from (" + OPEN + ") open");
    }

    /** The open conversations, the one that waits longest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OpenConversation> open(int most) {
        return database.list(
                Conversations::open,
                """
                select u.id, u.full_name, m.id, m.question_number, m.created_at, m.text, c.owner_id, c.owner_name
                from (%s) open join support_messages m on m.id = open.first_id join users u on u.id = m.user_id
                left join conversations c on c.user_id = m.user_id order by m.id limit ?
                """
                        .formatted(OPEN),
                most);
    }

    /** Those of these first messages after the last answer that are still unanswered, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OpenConversation> waitingSince(Collection<Long> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : database.list(
                        Conversations::open,
                        """
                        select u.id, u.full_name, m.id, m.question_number, m.created_at, m.text, c.owner_id, c.owner_name
                        from support_messages m join users u on u.id = m.user_id
                        left join conversations c on c.user_id = m.user_id
                        where m.id = any (?) and m.id > coalesce(c.closed_through, 0) and not exists (
                          select 1 from support_messages a
                          where a.user_id = m.user_id and a.id > m.id and a.is_from_admin and a.delivery <> 'WITHDRAWN')
                        order by m.id
                        """,
                        messageIds);
    }

    private Optional<Conversation> find(long userId) {
        return Optional.ofNullable(entities.find(Conversation.class, userId));
    }

    /**
     * Two operators may be the first at the same time, each on another node. By the EntityManager, because EclipseLink reads on another
     * connection than that of the transaction until it has written something itself.
     */
    private Conversation created(long userId) {
        return find(userId).orElseGet(() -> {
            entities.createNativeQuery("insert into conversations (user_id) values (?1) on conflict do nothing")
                    .setParameter(1, userId)
                    .executeUpdate();
            return find(userId).orElseThrow();
        });
    }

    private static ConversationState state(ResultSet row) throws SQLException {
        if (row.getBoolean(2)) {
            return ConversationState.CLOSED;
        }
        return row.getBoolean(1) ? ConversationState.WAITING : ConversationState.OPEN;
    }

    private static OpenConversation open(ResultSet row) throws SQLException {
        Long ownerId = row.getObject(7, Long.class);
        String ownerName = row.getString(8);
        return new OpenConversation(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                Optional.ofNullable(ownerId).map(id -> new ConversationOwner(id, Optional.ofNullable(ownerName))));
    }
}
