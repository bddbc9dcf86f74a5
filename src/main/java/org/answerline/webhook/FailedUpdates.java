package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;

/** The updates whose handling failed although the database was available: kept for the owner, so that they do not block their chat. */
@ApplicationScoped
public class FailedUpdates implements CleanupTask, UserDataEraser {

    /** A stored update, its body as Telegram sent it. */
    record StoredUpdate(long id, String body) {}

    private static final Duration MEMORY = Duration.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    /** For the CDI proxy. */
    protected FailedUpdates() {
        this(null, null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public FailedUpdates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores an update that could not be handled. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(String update, String reason) {
        database.update(
                "insert into rejected_updates (received_at, body, reason) values (?, ?, ?)",
                clock.instant(),
                update,
                reason);
    }

    /** Fails when the database is unavailable. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void touch() {
        database.number("select 1");
    }

    /** The next stored update after this id that has not been retried yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<StoredUpdate> untriedAfter(long id) {
        return database.first(
                row -> new StoredUpdate(row.getLong(1), row.getString(2)),
                "select id, body from rejected_updates where not tried_anew and id > ? order by id limit 1",
                id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failedAgain(long id) {
        database.update("update rejected_updates set tried_anew = true where id = ?", id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handled(long id) {
        database.update("delete from rejected_updates where id = ?", id);
    }

    /** Deletes updates that have been stored for a month. */
    @Override
    @Transactional
    public void deleteOld() {
        database.update(
                "delete from rejected_updates where received_at < ?",
                clock.instant().minus(MEMORY));
    }

    /** Deletes the updates that name the user's address or come from one of the user's chats. */
    @Override
    public void erase(ErasedUser user) {
        if (!user.email().isEmpty()) {
            database.update("delete from rejected_updates where body ~* ?", user.addressPattern());
        }
        user.chats()
                .forEach(chat -> database.update(
                        "delete from rejected_updates where body ~ ('\"id\"\\s*:\\s*' || ? || '\\M')",
                        Long.toString(chat)));
    }

    /** How many are stored. */
    public long count() {
        return database.number("select count(*) from rejected_updates");
    }
}
