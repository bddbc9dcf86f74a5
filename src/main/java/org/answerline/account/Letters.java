package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import org.answerline.platform.Mailer;

/**
 * The letters that were asked for, one row an account and a purpose, and the links in them.
 *
 * <p>The token is made when the letter is sent, so that what waits in the database opens nothing.
 */
@ApplicationScoped
@Transactional
public class Letters {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;

    /** A letter was asked for. */
    record Asked() {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Clock clock;

    @Inject
    Mailer mailer;

    @Inject
    Event<Asked> asked;

    /** Whether letters can be sent at all. */
    public boolean arePossible() {
        return mailer.isSet();
    }

    /** Asks for a letter, which leaves when this transaction is over; not twice in a minute, so that nobody is flooded. */
    public void ask(User user, Purpose purpose) {
        if (!arePossible()) {
            return;
        }
        int rows = query("insert into account_letters as l (user_id, purpose, asked_at, due_at) values (?1, ?2, ?3, ?3)"
                        + " on conflict (user_id, purpose) do update set asked_at = ?3, due_at = ?3, attempts = 0"
                        + " where l.asked_at <= ?4")
                .setParameter(1, user.id())
                .setParameter(2, purpose.name())
                .setParameter(3, at(clock.instant()))
                .setParameter(4, at(clock.instant().minus(APART)))
                .executeUpdate();
        if (rows > 0) {
            asked.fire(new Asked());
        }
    }

    /** The next letter to send; comes up again after a pause unless it is said to be sent. */
    Optional<Letter> takeDue() {
        List<?> rows = query("select user_id, purpose, attempts from account_letters where due_at <= ?1"
                        + " order by due_at limit 1 for update skip locked")
                .setParameter(1, at(clock.instant()))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::mint).findFirst();
    }

    private Letter mint(Object[] row) {
        User user = users.find(((Number) row[0]).longValue()).orElseThrow();
        Letter letter =
                new Letter(user, Purpose.valueOf((String) row[1]), LinkToken.fresh(), ((Number) row[2]).intValue() + 1);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(letter.attempts() - 1, DOUBLINGS));
        Instant now = clock.instant();
        of(letter, "attempts = ?3, due_at = ?4, token_hash = ?5, valid_until = ?6")
                .setParameter(3, letter.attempts())
                .setParameter(4, at(now.plus(pause)))
                .setParameter(5, letter.token().hash())
                .setParameter(6, at(now.plus(letter.purpose().validity())))
                .executeUpdate();
        return letter;
    }

    /** The mail server has it, or will never take it. */
    void isDone(Letter letter) {
        of(letter, "due_at = null").executeUpdate();
    }

    /** Whose link this is, while it works. */
    public Optional<User> ownerOf(String token, Purpose purpose) {
        return owner("select user_id from account_letters where ", "", token, purpose);
    }

    /** Whose link this is; it works no more. */
    Optional<User> spend(String token, Purpose purpose) {
        return owner("delete from account_letters where ", " returning user_id", token, purpose);
    }

    private Optional<User> owner(String head, String tail, String token, Purpose purpose) {
        List<?> rows = query(head + "token_hash = ?1 and purpose = ?2 and valid_until > ?3" + tail)
                .setParameter(1, new LinkToken(token).hash())
                .setParameter(2, purpose.name())
                .setParameter(3, at(clock.instant()))
                .getResultList();
        return rows.stream().findFirst().flatMap(id -> users.find(((Number) id).longValue()));
    }

    private Query of(Letter letter, String change) {
        return query("update account_letters set " + change + " where user_id = ?1 and purpose = ?2")
                .setParameter(1, letter.to().id())
                .setParameter(2, letter.purpose().name());
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
