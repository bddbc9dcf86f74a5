package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The stored records of files; their contents are in {@link FileStore}. */
@ApplicationScoped
class AttachmentRepository {

    @PersistenceContext
    private EntityManager entities;

    void add(Attachment file) {
        entities.persist(file);
        entities.flush();
    }

    /** Finds a file; malformed ids from clients are not queried, because PostgreSQL refuses some texts. */
    Optional<Attachment> find(String id) {
        return !Attachment.isId(id) ? Optional.empty() : Optional.ofNullable(entities.find(Attachment.class, id));
    }

    Optional<Attachment> find(long userId, String id) {
        return find(id).filter(file -> file.isOf(userId) && !file.isWithdrawn());
    }

    void withdraw(long messageId) {
        entities.createQuery("update Attachment a set a.withdrawn = true where a.supportMessageId = :message")
                .setParameter("message", messageId)
                .executeUpdate();
    }

    List<Attachment> ofMessages(Collection<Long> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from Attachment a where a.supportMessageId in :ids order by a.place, a.createdAt, a.id",
                                Attachment.class)
                        .setParameter("ids", messageIds)
                        .getResultList();
    }

    Set<String> known(Set<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : entities.createQuery("select a.id from Attachment a where a.id in :ids", String.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    long unsent(long userId) {
        return entities.createQuery(
                        "select count(a) from Attachment a where a.userId = :user and a.supportMessageId is null",
                        Long.class)
                .setParameter("user", userId)
                .getSingleResult();
    }

    List<Attachment> ofDraft(String draftId) {
        return entities.createQuery(
                        "select a from Attachment a where a.draftId = :draft and a.supportMessageId is null"
                                + " order by a.createdAt, a.id",
                        Attachment.class)
                .setParameter("draft", draftId)
                .getResultList();
    }

    // not as entities, which would not show the new owner in this transaction
    List<String> idsOfDraft(String draftId) {
        List<?> ids = entities.createNativeQuery(
                        "select id from attachments where draft_id = ?1 and support_message_id is null"
                                + " order by created_at, id")
                .setParameter(1, draftId)
                .getResultList();
        return ids.stream().map(String.class::cast).toList();
    }

    /** The total size of the files of all drafts, in bytes. */
    long bytesOfDrafts() {
        return ((Number) entities.createNativeQuery(
                                "select coalesce(sum(size), 0) from attachments where draft_id is not null and user_id is null")
                        .getSingleResult())
                .longValue();
    }

    /** The total size of the files of these drafts that are nobody's yet, in bytes. */
    long bytesOfDrafts(Collection<String> drafts) {
        return drafts.isEmpty()
                ? 0
                : entities.createQuery(
                                "select coalesce(sum(a.size), 0) from Attachment a where a.draftId in :drafts and a.userId is null",
                                Number.class)
                        .setParameter("drafts", drafts)
                        .getSingleResult()
                        .longValue();
    }

    void give(String draftId, long userId) {
        entities.createNativeQuery("update attachments set user_id = ?2 where draft_id = ?1 and user_id is null")
                .setParameter(1, draftId)
                .setParameter(2, userId)
                .executeUpdate();
    }

    /** A file that belongs to a draft only belongs to another draft from now on. */
    void move(String id, String fromDraft, String toDraft) {
        entities.createNativeQuery(
                        "update attachments set draft_id = ?3 where id = ?1 and draft_id = ?2 and user_id is null")
                .setParameter(1, id)
                .setParameter(2, fromDraft)
                .setParameter(3, toDraft)
                .executeUpdate();
    }

    /** Deletes a file that belongs to a draft only; false when there is none. */
    boolean deleteOfDraft(String draftId, String id) {
        return entities.createNativeQuery("delete from attachments where id = ?2 and draft_id = ?1 and user_id is null")
                        .setParameter(1, draftId)
                        .setParameter(2, id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Claims files to download now; other workers do not claim them for this number of seconds by the database's clock.
     */
    @SuppressWarnings("unchecked")
    List<Attachment> takeToFetch(int most, long seconds) {
        return entities.createNativeQuery(
                        """
                        update attachments set fetch_attempts = fetch_attempts + 1,
                          fetch_at = now() + ?2 * interval '1 second'
                        where id in (select id from attachments where state = 'WAITING' and fetch_at <= now()
                                     order by fetch_at limit ?1 for update skip locked)
                        returning *
                        """,
                        Attachment.class)
                .setParameter(1, most)
                .setParameter(2, seconds)
                .getResultList();
    }

    void fetchAgainIn(String id, long seconds) {
        entities.createNativeQuery(
                        "update attachments set fetch_at = now() + ?2 * interval '1 second' where id = ?1 and state = 'WAITING'")
                .setParameter(1, id)
                .setParameter(2, seconds)
                .executeUpdate();
    }

    /** The file_unique_ids of a message's files; null for each file of which it is not known. */
    List<String> uniqueIds(long messageId) {
        return entities.createQuery(
                        "select a.telegramUniqueId from Attachment a where a.supportMessageId = :message", String.class)
                .setParameter("message", messageId)
                .getResultList();
    }

    int countOf(long messageId) {
        return entities.createQuery("select count(a) from Attachment a where a.supportMessageId = :message", Long.class)
                .setParameter("message", messageId)
                .getSingleResult()
                .intValue();
    }

    /** Attaches an unsent file of this user to a message; false when there is none. */
    boolean attach(long userId, String id, long messageId, int place) {
        return Attachment.isId(id)
                && entities.createNativeQuery(
                                        """
                                update attachments set support_message_id = ?3, place = ?4
                                where id = ?2 and user_id = ?1 and support_message_id is null
                                """)
                                .setParameter(1, userId)
                                .setParameter(2, id)
                                .setParameter(3, messageId)
                                .setParameter(4, place)
                                .executeUpdate()
                        == 1;
    }

    /** Deletes an unsent file of this user; false when there is none. */
    boolean deleteUnsent(long userId, String id) {
        return Attachment.isId(id)
                && entities.createNativeQuery(
                                        "delete from attachments where id = ?2 and user_id = ?1 and support_message_id is null")
                                .setParameter(1, userId)
                                .setParameter(2, id)
                                .executeUpdate()
                        == 1;
    }
}
