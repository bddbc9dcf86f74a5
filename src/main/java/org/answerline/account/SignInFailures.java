package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;

/** Counts failed sign-ins in the database, so that guessing slows down on every node alike. */
@ApplicationScoped
@Transactional
public class SignInFailures implements UserDataEraser {
    private final JdbcClient database;
    private final Clock clock;

    /** For the CDI proxy. */
    protected SignInFailures() {
        this(null, null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public SignInFailures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

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
        database.update(
                "delete from sign_in_failures where subject = ?",
                subject(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address)));
        takeBack(subject(SignInThrottle.ADDRESS, address));
    }

    /** The try was not made after all. */
    void withdraw(String email, String address) {
        takeBack(subject(SignInThrottle.ACCOUNT_FROM_ADDRESS, pair(email, address)));
        takeBack(subject(SignInThrottle.ADDRESS, address));
    }

    /** Deletes what was counted for the account alone, as the first versions did; all else expires within hours. */
    @Override
    public void erase(ErasedUser user) {
        database.update(
                "delete from sign_in_failures where subject = encode(sha256(convert_to('EMAIL:' || lower(?), 'UTF8')), 'hex')",
                user.email());
    }

    private void takeBack(String subject) {
        database.update("delete from sign_in_failures where subject = ? and failures = 1", subject);
        database.update(
                "update sign_in_failures set failures = failures - 1 where subject = ? and failures > 1", subject);
    }

    private Duration waitFor(SignInThrottle kind, String who) {
        return database.first(
                        row -> remaining(kind, row.getInt(1), Instant.ofEpochMilli(row.getLong(2))),
                        "select failures, cast(extract(epoch from last_at) * 1000 as bigint)"
                                + " from sign_in_failures where subject = ? and last_at > ? for update",
                        subject(kind, who),
                        ago(SignInThrottle.FORGOTTEN_AFTER))
                .orElse(Duration.ZERO);
    }

    private Duration remaining(SignInThrottle kind, int failures, Instant lastAt) {
        Duration wait = Duration.between(clock.instant(), lastAt.plus(kind.after(failures)));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void add(SignInThrottle kind, String who) {
        database.update(
                "insert into sign_in_failures as f (subject, failures, last_at) values (?, 1, ?)"
                        + " on conflict (subject) do update set last_at = excluded.last_at,"
                        + " failures = case when f.last_at > ? then f.failures + 1 else 1 end",
                subject(kind, who),
                ago(Duration.ZERO),
                ago(SignInThrottle.FORGOTTEN_AFTER));
    }

    private void forgetOld() {
        database.update(
                "delete from sign_in_failures where subject in"
                        + " (select subject from sign_in_failures where last_at <= ? for update skip locked)",
                ago(SignInThrottle.FORGOTTEN_AFTER));
    }

    private Instant ago(Duration time) {
        return clock.instant().minus(time);
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
