package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Counts failed sign-ins in the database, so that guessing slows down on every node alike. */
@ApplicationScoped
@Transactional
class SignInFailures {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Counts a try as failed before it is made, so that many at once gain nothing, unless it comes too early.
     *
     * @return how long the caller must still wait; zero when the try may be made
     */
    Duration count(String email, String address) {
        Duration wait = longer(
                waitFor(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address)),
                waitFor(SignInThrottle.ADDRESS, address));
        if (wait.isZero()) {
            add(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address));
            add(SignInThrottle.ADDRESS, address);
            forgetOld();
        }
        return wait;
    }

    /** The try was right: the account starts afresh there, the address loses only this try, for others may guess from there. */
    void forgive(String email, String address) {
        run(
                "delete from sign_in_failures where subject = ?1",
                subject(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address)));
        takeBack(subject(SignInThrottle.ADDRESS, address));
    }

    /** The try was not made after all. */
    void withdraw(String email, String address) {
        takeBack(subject(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address)));
        takeBack(subject(SignInThrottle.ADDRESS, address));
    }

    private void takeBack(String subject) {
        run("delete from sign_in_failures where subject = ?1 and failures = 1", subject);
        run("update sign_in_failures set failures = failures - 1 where subject = ?1 and failures > 1", subject);
    }

    private Duration waitFor(SignInThrottle kind, String who) {
        List<?> rows = entities.createNativeQuery("select failures, cast(extract(epoch from last_at) * 1000 as bigint)"
                        + " from sign_in_failures where subject = ?1 and last_at > ?2 for update")
                .setParameter(1, subject(kind, who))
                .setParameter(2, ago(SignInThrottle.FORGOTTEN_AFTER))
                .getResultList();
        return rows.isEmpty() ? Duration.ZERO : remaining(kind, (Object[]) rows.get(0));
    }

    private Duration remaining(SignInThrottle kind, Object[] row) {
        Instant lastAt = Instant.ofEpochMilli(((Number) row[1]).longValue());
        Instant free = lastAt.plus(kind.after(((Number) row[0]).intValue()));
        Duration wait = Duration.between(clock.instant(), free);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void add(SignInThrottle kind, String who) {
        run(
                "insert into sign_in_failures as f (subject, failures, last_at) values (?1, 1, ?2)"
                        + " on conflict (subject) do update set last_at = excluded.last_at,"
                        + " failures = case when f.last_at > ?3 then f.failures + 1 else 1 end",
                subject(kind, who),
                ago(Duration.ZERO),
                ago(SignInThrottle.FORGOTTEN_AFTER));
    }

    private void forgetOld() {
        run(
                "delete from sign_in_failures where subject in"
                        + " (select subject from sign_in_failures where last_at <= ?1 for update skip locked)",
                ago(SignInThrottle.FORGOTTEN_AFTER));
    }

    private void run(String sql, Object... parameters) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }

    private Object ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    // The account alone is not counted: a stranger's wrong passwords must not keep its owner out.
    private static String pair(String email, String address) {
        return email + " " + address;
    }

    private static String subject(SignInThrottle kind, String who) {
        try {
            byte[] plain = (kind + ":" + who.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
