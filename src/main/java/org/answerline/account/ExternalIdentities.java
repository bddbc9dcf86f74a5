package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalLong;
import org.answerline.account.openid.VerifiedIdentity;
import org.answerline.platform.database.JdbcClient;

/** The OpenID identities of accounts; every call joins the caller's transaction. */
@ApplicationScoped
class ExternalIdentities {
    @Inject
    private JdbcClient database;

    OptionalLong accountOf(VerifiedIdentity proved) {
        return database
                .list(
                        row -> row.getLong(1),
                        "select user_id from external_identities where issuer = ? and subject = ?",
                        proved.issuer(),
                        proved.subject())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void add(VerifiedIdentity proved, long userId, Instant now) {
        database.update(
                "insert into external_identities (issuer, subject, user_id, first_seen_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing",
                proved.issuer(),
                proved.subject(),
                userId,
                now);
    }

    boolean isTied(long userId) {
        return database.first(row -> true, "select 1 from external_identities where user_id = ?", userId)
                .isPresent();
    }

    void forget(long userId) {
        database.update("delete from external_identities where user_id = ?", userId);
    }
}
