package org.answerline.account.mail;

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
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.platform.mail.Mailer;

/**
 * The e-mails that were asked for, one row an account and a purpose.
 *
 * <p>The token is made when the e-mail is sent, so that what waits in the database opens nothing.
 */
@ApplicationScoped
@Transactional
public class AccountMails {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;
    /** Whoever sends an e-mail has it for so long, longer than a slow mail server takes; then its node is thought to be dead. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    /** An e-mail was asked for. */
    record Asked() {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    MailTokens tokens;

    @Inject
    Clock clock;

    @Inject
    Mailer mailer;

    @Inject
    Event<Asked> asked;

    /** Whether e-mails can be sent at all. */
    public boolean arePossible() {
        return mailer.isSet();
    }

    /** Asks for an e-mail, which leaves when this transaction is over; not twice in a minute, so that nobody is flooded. */
    public void ask(User user, MailPurpose purpose) {
        ask(user, purpose, user.email());
    }

    /** Asks for an e-mail to another address than the account's own; one to yet another address within the minute replaces it. */
    public void ask(User user, MailPurpose purpose, String address) {
        if (!arePossible()) {
            return;
        }
        int rows = query("insert into account_letters as l (user_id, purpose, address, asked_at, due_at)"
                        + " values (?1, ?2, ?5, ?3, ?3)"
                        + " on conflict (user_id, purpose) do update set address = ?5, asked_at = ?3, due_at = ?3, attempts = 0"
                        + " where l.asked_at <= ?4 or l.address is distinct from ?5")
                .setParameter(1, user.id())
                .setParameter(2, purpose.name())
                .setParameter(3, at(clock.instant()))
                .setParameter(4, at(clock.instant().minus(APART)))
                .setParameter(5, address)
                .executeUpdate();
        if (rows > 0) {
            asked.fire(new Asked());
        }
    }

    /** The next e-mail to send, for whoever takes it alone; it comes up again only when it is put off or its sender has died. */
    Optional<AccountMail> takeDue() {
        List<?> rows = query("select user_id, purpose, attempts, address from account_letters where due_at <= ?1"
                        + " order by due_at limit 1 for update skip locked")
                .setParameter(1, at(clock.instant()))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::mint).findFirst();
    }

    private AccountMail mint(Object[] row) {
        User user = users.find(((Number) row[0]).longValue()).orElseThrow();
        String address = row[3] == null ? user.email() : (String) row[3];
        AccountMail mailMessage = new AccountMail(
                user,
                MailPurpose.valueOf((String) row[1]),
                address,
                MailToken.fresh(),
                ((Number) row[2]).intValue() + 1);
        query("update account_letters set attempts = attempts + 1, due_at = ?3 where user_id = ?1 and purpose = ?2")
                .setParameter(1, user.id())
                .setParameter(2, mailMessage.purpose().name())
                .setParameter(3, at(clock.instant().plus(LEASE)))
                .executeUpdate();
        tokens.add(mailMessage);
        return mailMessage;
    }

    /** The mail server has it, or will never take it. */
    void markDone(AccountMail mailMessage) {
        due(mailMessage, null);
    }

    /** It comes up again after a pause that grows with the attempts. */
    void putOff(AccountMail mailMessage) {
        due(mailMessage, FIRST_PAUSE.multipliedBy(1L << Math.min(mailMessage.attempts() - 1, DOUBLINGS)));
    }

    // An e-mail that was asked for again in the meantime has another count of attempts and waits all the same.
    private void due(AccountMail mailMessage, Duration pause) {
        query("update account_letters set due_at = cast(?4 as timestamptz)"
                        + " where user_id = ?1 and purpose = ?2 and attempts = ?3")
                .setParameter(1, mailMessage.to().id())
                .setParameter(2, mailMessage.purpose().name())
                .setParameter(3, mailMessage.attempts())
                .setParameter(
                        4,
                        pause == null ? null : at(clock.instant().plus(pause)).toString())
                .executeUpdate();
    }

    /** Whose link this is, while it works. */
    public Optional<User> ownerOf(String token, MailPurpose purpose) {
        return tokens.find(token, purpose).map(MailTokens.Proof::user);
    }

    /** The address that this link proves, while it works. */
    public Optional<String> addressOf(String token, MailPurpose purpose) {
        return tokens.find(token, purpose).map(MailTokens.Proof::address);
    }

    /** Forgets links that have run out. */
    public void forgetOld() {
        tokens.forgetOld();
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
