package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.observability.Metrics;
import org.answerline.telegram.text.FormattedText;

/** The stored messages of users' conversations. */
@ApplicationScoped
public class SupportMessages {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private JdbcClient database;

    @Inject
    private Event<ConversationChanged> changes;

    @Inject
    private Metrics metrics;

    @Inject
    private AlbumCaptions captions;

    /** Written at once: its number, which tells the order, comes with the insert. */
    public void add(SupportMessage message) {
        entities.persist(message);
        entities.flush();
        if (!message.isFromAdmin() && message.number() == null) {
            // A provider other than EclipseLink does not learn by the insert what the database put in.
            entities.refresh(message);
        }
        metrics.count(
                "answerline.messages",
                "source",
                message.source().name(),
                "from",
                message.isFromAdmin() ? "OPERATOR" : "USER");
        changed(message);
    }

    /** Tells open pages that a message is new or has another state. */
    public void changed(SupportMessage message) {
        changes.fire(new ConversationChanged(message.userId()));
    }

    /**
     * Something that is shown with it is another, though its words and state are the same. Writes that alone: WildFly's Hibernate writes
     * all columns of an entity, and would undo the words that another part of an album brings at the same moment.
     */
    public void touch(long id, Instant now) {
        entities.createQuery("update SupportMessage m set m.changedAt = :now where m.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
        find(id).ifPresent(this::changed);
    }

    /** Withdraws an answer, which is locked; written at once, so that statements of this transaction see it. */
    public void withdraw(SupportMessage answer, Instant now) {
        answer.withdraw(now);
        entities.flush();
        changed(answer);
    }

    /** Words that come to a message which {@link #album} has locked. */
    public void appendText(SupportMessage message, FormattedText words) {
        message.appendText(words);
        entities.createQuery("update SupportMessage m set m.text = :text, m.entities = :entities where m.id = :id")
                .setParameter("text", message.text())
                .setParameter("entities", message.entities())
                .setParameter("id", message.id())
                .executeUpdate();
    }

    /** Its author has changed the text; the earlier text is kept. */
    public void replaceText(SupportMessage message, FormattedText words, Instant now) {
        database.update(
                "insert into message_versions (support_message_id, text, entities, replaced_at) values (?, ?, ?, ?)",
                message.id(),
                message.text(),
                message.entities(),
                now);
        message.replaceText(words, now);
        entities.createQuery("update SupportMessage m set m.text = :text, m.entities = :entities where m.id = :id")
                .setParameter("text", message.text())
                .setParameter("entities", message.entities())
                .setParameter("id", message.id())
                .executeUpdate();
        changed(message);
    }

    /**
     * The last answer that this operator wrote since then and has not withdrawn.
     *
     * @param user only answers to this user; to all if empty
     */
    public Optional<SupportMessage> lastAnswerBy(OperatorIdentity author, Optional<Long> user, Instant since) {
        return entities.createQuery(
                        """
                        select m from SupportMessage m where m.operatorId = :author and m.createdAt >= :since and (:user = 0L or m.userId = :user)
                        and m.delivery <> org.answerline.conversation.message.DeliveryState.WITHDRAWN order by m.id desc
                        """,
                        SupportMessage.class)
                .setParameter("author", author.id())
                .setParameter("since", since)
                .setParameter("user", user.orElse(0L))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether an operator has answered in this conversation after this message. */
    public boolean isAnsweredAfter(SupportMessage message) {
        return database.first(
                        row -> true,
                        "select 1 from support_messages where user_id = ? and is_from_admin and id > ? limit 1",
                        message.userId(),
                        message.id())
                .isPresent();
    }

    public Optional<SupportMessage> find(long id) {
        return Optional.ofNullable(entities.find(SupportMessage.class, id));
    }

    /** The question that an answer is about, if it is known. */
    public Optional<SupportMessage> questionOf(SupportMessage answer) {
        return Optional.ofNullable(answer.inReplyTo()).flatMap(this::find);
    }

    /** A user's newest messages older than a cursor, newest first. */
    public List<SupportMessage> newest(long userId, long before, int most) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.userId = :user and m.id < :before order by m.id desc",
                        SupportMessage.class)
                .setParameter("user", userId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** The newest question of a user. */
    public Optional<SupportMessage> lastQuestion(long userId) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.userId = :user and m.fromAdmin = false order by m.id desc",
                        SupportMessage.class)
                .setParameter("user", userId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many questions a user has asked. */
    public long countQuestions(long userId) {
        return database.number("select count(*) from support_messages where user_id = ? and not is_from_admin", userId);
    }

    /** Those of a user's newest messages that changed after a time, in the order of their changes. */
    @SuppressWarnings("unchecked")
    public List<SupportMessage> changedAfter(long userId, Instant time, int among) {
        return entities.createNativeQuery(
                        """
                        select * from (select * from support_messages where user_id = ?1 order by id desc limit ?3) newest
                        where changed_at > ?2 order by changed_at, id
                        """,
                        SupportMessage.class)
                .setParameter(1, userId)
                .setParameter(2, Timestamp.from(time))
                .setParameter(3, among)
                .getResultList();
    }

    /** The same message, locked, and as it is now; what this transaction changed is written first, or it would be lost. */
    public SupportMessage locked(SupportMessage message) {
        entities.flush();
        entities.refresh(message, LockModeType.PESSIMISTIC_WRITE);
        return message;
    }

    /** What a Telegram message became: a message of its own, or part of that of its album. */
    public Optional<SupportMessage> writtenAs(TelegramMessageRef origin) {
        return firstWrittenAs(origin).or(() -> captions.messageOf(origin).flatMap(this::find));
    }

    private Optional<SupportMessage> firstWrittenAs(TelegramMessageRef origin) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.originChatId = :chat and m.originMessageId = :message"
                                + " order by m.id desc",
                        SupportMessage.class)
                .setParameter("chat", origin.chatId())
                .setParameter("message", origin.messageId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The message that an album became. */
    public Optional<SupportMessage> writtenAs(long chatId, String album) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.originChatId = :chat and m.originAlbum = :album",
                        SupportMessage.class)
                .setParameter("chat", chatId)
                .setParameter("album", album)
                .getResultStream()
                .findFirst();
    }

    /** The message that an album became, locked, so that its further parts come to it one after the other. */
    public Optional<SupportMessage> album(long chatId, String album) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.originChatId = :chat and m.originAlbum = :album",
                        SupportMessage.class)
                .setParameter("chat", chatId)
                .setParameter("album", album)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
