package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/** Updates that we failed on although the database was there: kept whole for the owner, and out of their chat's way. */
@ApplicationScoped
public class RejectedUpdates {

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

    /** Fails when the database is away. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void touch() {
        entities.createNativeQuery("select 1").getSingleResult();
    }

    /** Forgets what nobody has looked at for a month. */
    @Transactional
    public void forgetOld() {
        entities.createNativeQuery("delete from rejected_updates where received_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(MEMORY)))
                .executeUpdate();
    }
}
