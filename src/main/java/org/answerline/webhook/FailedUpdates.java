package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Updates that we failed on although the database was there: kept whole for the owner, and out of their chat's way. */
@ApplicationScoped
public class FailedUpdates {

    /** An update that was set aside, as it came. */
    record SetAside(long id, String body) {}

    private static final Duration MEMORY = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Sets an update aside. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(String update, String reason) {
        entities.createNativeQuery("insert into rejected_updates (received_at, body, reason) values (?1, ?2, ?3)")
                .setParameter(1, Timestamp.from(clock.instant()))
                .setParameter(2, update)
                .setParameter(3, reason)
                .executeUpdate();
    }

    /** Fails when the database is unavailable. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void touch() {
        entities.createNativeQuery("select 1").getSingleResult();
    }

    /** The update that was set aside next after this one and not tried again yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<SetAside> untriedAfter(long id) {
        List<?> rows = entities.createNativeQuery(
                        "select id, body from rejected_updates where not tried_anew and id > ?1 order by id limit 1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SetAside(((Number) row[0]).longValue(), (String) row[1]))
                .findFirst();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failedAgain(long id) {
        entities.createNativeQuery("update rejected_updates set tried_anew = true where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handled(long id) {
        entities.createNativeQuery("delete from rejected_updates where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Forgets what nobody has looked at for a month. */
    @Transactional
    public void forgetOld() {
        entities.createNativeQuery("delete from rejected_updates where received_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(MEMORY)))
                .executeUpdate();
    }
}
