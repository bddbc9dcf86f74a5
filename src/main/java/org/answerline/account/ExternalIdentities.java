package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.account.openid.VerifiedIdentity;

/** Whom an OpenID provider knows the owners of accounts as; every call joins the caller's transaction. */
@ApplicationScoped
class ExternalIdentities {
    @PersistenceContext
    EntityManager entities;

    OptionalLong accountOf(VerifiedIdentity proved) {
        List<?> rows = entities.createNativeQuery(
                        "select user_id from external_identities where issuer = ?1 and subject = ?2")
                .setParameter(1, proved.issuer())
                .setParameter(2, proved.subject())
                .getResultList();
        return rows.stream().mapToLong(id -> ((Number) id).longValue()).findFirst();
    }

    void add(VerifiedIdentity proved, long userId, Instant now) {
        entities.createNativeQuery("insert into external_identities (issuer, subject, user_id, first_seen_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, proved.issuer())
                .setParameter(2, proved.subject())
                .setParameter(3, userId)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    boolean isTied(long userId) {
        return !entities.createNativeQuery("select 1 from external_identities where user_id = ?1")
                .setParameter(1, userId)
                .getResultList()
                .isEmpty();
    }

    void forget(long userId) {
        entities.createNativeQuery("delete from external_identities where user_id = ?1")
                .setParameter(1, userId)
                .executeUpdate();
    }
}
