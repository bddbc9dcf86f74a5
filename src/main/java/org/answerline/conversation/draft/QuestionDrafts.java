package org.answerline.conversation.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.NewQuestion;

/**
 * Questions of people who are not signed in, with their files, each for the browser that has its key.
 *
 * <p>Anybody can leave some here, so they are bounded: so many from one address, files as {@link Attachments} allows, two hours.
 */
@ApplicationScoped
@Transactional
public class QuestionDrafts {
    /** How long one is kept after it was changed last. */
    public static final Duration LIFE = Duration.ofHours(2);

    private static final int MOST_OF_ADDRESS = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SupportDesk desk;

    @Inject
    private Attachments attachments;

    @Inject
    private Clock clock;

    /** The draft that this key opens, while it is kept. */
    public Optional<QuestionDraft> find(DraftKey key) {
        return read(key, "");
    }

    /** Begins an empty one; false when so many come from this address that no more are kept for now. */
    public boolean begin(DraftKey key, String address) {
        Number kept = (Number) query("select count(*) from question_drafts where address_hash = ?1")
                .setParameter(1, DraftKey.hash(address))
                .getSingleResult();
        if (kept.intValue() >= MOST_OF_ADDRESS) {
            return false;
        }
        query("insert into question_drafts (id, secret_hash, address_hash, message, submission, created_at, changed_at)"
                        + " values (?1, ?2, ?3, '', ?1, ?4, ?4)")
                .setParameter(1, key.id())
                .setParameter(2, key.hash())
                .setParameter(3, DraftKey.hash(address))
                .setParameter(4, now())
                .executeUpdate();
        return true;
    }

    /**
     * Keeps what was typed, and of the files only these.
     *
     * @param onlyFor the user in whose name the form was opened, if anybody's
     */
    public void keep(DraftKey key, NewQuestion question, String submission, OptionalLong onlyFor) {
        int rows = query("update question_drafts set subject = ?3, message = ?4, submission = ?5, changed_at = ?6,"
                        + " user_id = cast(?7 as bigint)"
                        + " where id = ?1 and secret_hash = ?2 and support_message_id is null")
                .setParameter(1, key.id())
                .setParameter(2, key.hash())
                .setParameter(3, question.subject() == null ? "" : question.subject())
                .setParameter(4, question.text())
                .setParameter(5, submission)
                .setParameter(6, now())
                .setParameter(7, onlyFor.isPresent() ? Long.toString(onlyFor.getAsLong()) : null)
                .executeUpdate();
        if (rows == 1) {
            attachments.keepOnly(key.id(), question.files());
        }
    }

    /** The files of a draft that wait with it. */
    public List<Attachment> filesOf(QuestionDraft draft) {
        return attachments.ofDraft(draft.id());
    }

    /** Gives draft and files to a user who has signed in, and to nobody else from now on. */
    public Optional<QuestionDraft> give(DraftKey key, long userId) {
        Optional<QuestionDraft> draft =
                read(key, " for update").filter(found -> found.isFor(userId) && found.isWaiting());
        draft.ifPresent(found -> {
            attachments.give(found.id(), userId);
            query("update question_drafts set user_id = ?2 where id = ?1")
                    .setParameter(1, found.id())
                    .setParameter(2, userId)
                    .executeUpdate();
        });
        return draft;
    }

    /**
     * Sends a draft in a user's name, once however often this is asked.
     *
     * @return the number of the message; empty when the key opens nothing that is this user's
     */
    public OptionalLong send(DraftKey key, long userId) {
        Optional<QuestionDraft> found = read(key, " for update").filter(draft -> draft.isFor(userId));
        if (found.isEmpty() || !found.get().isWaiting()) {
            return found.map(QuestionDraft::sentAs).orElse(OptionalLong.empty());
        }
        QuestionDraft draft = found.get();
        attachments.give(draft.id(), userId);
        List<String> files = attachments.idsOfDraft(draft.id());
        NewQuestion question =
                NewQuestion.typed(draft.subject(), draft.message()).with(files);
        long message = desk.askByForm(userId, question, draft.submission()).id();
        query("update question_drafts set support_message_id = ?2, user_id = ?3, subject = null, message = ''"
                        + " where id = ?1")
                .setParameter(1, draft.id())
                .setParameter(2, message)
                .setParameter(3, userId)
                .executeUpdate();
        return OptionalLong.of(message);
    }

    /** Forgets a draft that this key opens, unless it was sent; its files go if they are nobody's. */
    public void forget(DraftKey key) {
        find(key).filter(QuestionDraft::isWaiting).ifPresent(draft -> {
            attachments.keepOnly(draft.id(), List.of());
            query("delete from question_drafts where id = ?1")
                    .setParameter(1, draft.id())
                    .executeUpdate();
        });
    }

    /** Forgets drafts that nobody has sent in time, with their files. */
    public void forgetOld() {
        List<?> ids = query("select id from question_drafts where changed_at < ?1 for update skip locked")
                .setParameter(1, at(clock.instant().minus(LIFE)))
                .getResultList();
        ids.stream().map(String.class::cast).forEach(id -> {
            attachments.keepOnly(id, List.of());
            query("delete from question_drafts where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
        });
    }

    private Optional<QuestionDraft> read(DraftKey key, String lock) {
        List<?> rows = query("select id, subject, message, submission, user_id, support_message_id from question_drafts"
                        + " where id = ?1 and secret_hash = ?2 and changed_at > ?3" + lock)
                .setParameter(1, key.id())
                .setParameter(2, key.hash())
                .setParameter(3, at(clock.instant().minus(LIFE)))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(QuestionDrafts::draft)
                .findFirst();
    }

    private static QuestionDraft draft(Object[] row) {
        return new QuestionDraft(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], number(row[4]), number(row[5]));
    }

    private static OptionalLong number(Object value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
