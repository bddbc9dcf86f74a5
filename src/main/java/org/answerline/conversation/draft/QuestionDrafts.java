package org.answerline.conversation.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.user.Accounts;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/**
 * Questions of people who are not signed in, with their files, each for the browser that has its key.
 *
 * <p>Anybody can leave some here, so they are bounded: so many from one address, files as {@link Attachments} allows, two hours.
 */
@ApplicationScoped
@Transactional
public class QuestionDrafts implements CleanupTask {
    /** How long one is kept after it was changed last. */
    public static final Duration LIFE = Duration.ofHours(2);

    private static final int MOST_OF_ADDRESS = 50;
    private static final String COLUMNS =
            "select id, subject, message, submission, user_id, support_message_id from question_drafts";

    @Inject
    private JdbcClient database;

    @Inject
    private SupportDesk desk;

    @Inject
    private Attachments attachments;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /** The draft that this key opens, while it is kept. */
    public Optional<QuestionDraft> find(DraftKey key) {
        return read(key, "");
    }

    /** Begins an empty one; false when so many come from this address that no more are kept for now. */
    public boolean begin(DraftKey key, String address) {
        long kept =
                database.number("select count(*) from question_drafts where address_hash = ?", DraftKey.hash(address));
        if (kept >= MOST_OF_ADDRESS) {
            return false;
        }
        database.update(
                "insert into question_drafts (id, submission, secret_hash, address_hash, message, created_at, changed_at)"
                        + " values (?, ?, ?, ?, '', ?, ?)",
                key.id(),
                key.id(),
                key.hash(),
                DraftKey.hash(address),
                clock.instant(),
                clock.instant());
        return true;
    }

    /** The ids of the drafts that were begun at the same network address as this one, itself included, and are still here, sent or not. */
    public List<String> idsOfSameAddress(String draftId) {
        return database.list(
                row -> row.getString(1),
                "select id from question_drafts where address_hash = (select address_hash from question_drafts where id = ?)",
                draftId);
    }

    /**
     * Keeps what was typed, and of the files only these.
     *
     * @param onlyFor the user in whose name the form was opened, if anybody's. One whose account was erased since counts as nobody: what was
     *     typed belongs to the person in the browser.
     */
    public void keep(DraftKey key, NewQuestion question, String submission, OptionalLong onlyFor) {
        int rows = database.update(
                "update question_drafts set subject = ?, message = ?, submission = ?, changed_at = ?, user_id = ?"
                        + " where id = ? and secret_hash = ? and support_message_id is null",
                question.subject() == null ? "" : question.subject(),
                question.message(),
                submission,
                clock.instant(),
                existing(onlyFor),
                key.id(),
                key.hash());
        if (rows == 1) {
            attachments.keepOnly(key.id(), question.files());
        }
    }

    private Long existing(OptionalLong user) {
        return user.isPresent() && accounts.find(user.getAsLong()).isPresent() ? user.getAsLong() : null;
    }

    /**
     * Keeps a draft for this long for a guest, who may send it when the address was confirmed ({@link #sendKept}).
     *
     * <p>It replaces what was kept for the guest before, and its key opens it no more: the owner of the address sends exactly what they were
     * shown. Of the files that were kept before it takes over those that its form names: the browser went back and sent the form again.
     *
     * @param files their ids, as the form names them
     * @throws org.answerline.attachment.FileRefusedException if there are too many together
     */
    public void keepFor(DraftKey key, long userId, Duration time, List<String> files) {
        int rows = database.update(
                "update question_drafts set user_id = ?, kept_until = ?, secret_hash = ? where id = ? and secret_hash = ?"
                        + " and support_message_id is null",
                userId,
                clock.instant().plus(time),
                DraftKey.fresh().hash(),
                key.id(),
                key.hash());
        if (rows == 1) {
            database.list(
                            row -> row.getString(1),
                            "select id from question_drafts where user_id = ? and id <> ? and kept_until is not null"
                                    + " and support_message_id is null for update",
                            userId,
                            key.id())
                    .forEach(before -> {
                        attachments.move(before, key.id(), files);
                        discard(before);
                    });
        }
    }

    /** The question that is kept for a guest, if there is one. */
    public Optional<QuestionDraft> kept(long userId) {
        return kept(userId, "");
    }

    /** The same, locked until the caller's transaction ends, so that no other question replaces it. */
    public Optional<QuestionDraft> lockedKept(long userId) {
        return kept(userId, " for update");
    }

    /** Sends a question that is kept for a guest; returns the id of the message. */
    public long sendKept(QuestionDraft kept, long userId) {
        return send(kept, userId);
    }

    private Optional<QuestionDraft> kept(long userId, String lock) {
        return database.first(
                QuestionDrafts::draft,
                COLUMNS
                        + " where user_id = ? and kept_until > ? and support_message_id is null order by created_at desc limit 1"
                        + lock,
                userId,
                clock.instant());
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
            database.update("update question_drafts set user_id = ? where id = ?", userId, found.id());
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
        return OptionalLong.of(send(found.get(), userId));
    }

    private long send(QuestionDraft draft, long userId) {
        attachments.give(draft.id(), userId);
        List<String> files = attachments.idsOfDraft(draft.id());
        NewQuestion question =
                NewQuestion.typed(draft.subject(), draft.message()).with(files);
        long message = desk.askByForm(userId, question, draft.submission()).id();
        database.update(
                "update question_drafts set support_message_id = ?, user_id = ?, subject = null, message = '' where id = ?",
                message,
                userId,
                draft.id());
        return message;
    }

    /** Forgets a draft that this key opens, unless it was sent; its files go if they are nobody's. */
    public void forget(DraftKey key) {
        find(key).filter(QuestionDraft::isWaiting).map(QuestionDraft::id).ifPresent(this::discard);
    }

    /** Forgets drafts that nobody has sent in time, with their files. */
    @Override
    public void deleteOld() {
        List<String> ids = database.list(
                row -> row.getString(1),
                "select id from question_drafts where changed_at < ? and (kept_until is null or kept_until < ?)"
                        + " for update skip locked",
                clock.instant().minus(LIFE),
                clock.instant());
        ids.forEach(this::discard);
    }

    private Optional<QuestionDraft> read(DraftKey key, String lock) {
        return database.first(
                QuestionDrafts::draft,
                COLUMNS + " where id = ? and secret_hash = ? and changed_at > ?" + lock,
                key.id(),
                key.hash(),
                clock.instant().minus(LIFE));
    }

    private void discard(String id) {
        attachments.keepOnly(id, List.of());
        database.update("delete from question_drafts where id = ?", id);
    }

    private static QuestionDraft draft(ResultSet row) throws SQLException {
        return new QuestionDraft(
                row.getString("id"),
                row.getString("subject"),
                row.getString("message"),
                row.getString("submission"),
                number(row, "user_id"),
                number(row, "support_message_id"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
