package org.answerline.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.account.mail.PendingMails.PendingMail;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.mail.Mailer;

/**
 * The requested e-mails, one for each account and purpose.
 *
 * <p>The token is created when the e-mail is sent, so that nothing in the database can be used as a link.
 */
@ApplicationScoped
@Transactional
public class AccountMails implements CleanupTask {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;
    /** How long a node may take to send an e-mail, longer than a slow mail server needs; after this another node tries. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    /** An e-mail was requested. */
    record Asked() {}

    @Inject
    private PendingMails pending;

    @Inject
    private MailTokenStore store;

    @Inject
    private MailTokens tokens;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    @Inject
    private Mailer mailer;

    @Inject
    private Event<Asked> asked;

    /** Whether a mail server is configured. */
    public boolean arePossible() {
        return mailer.isSet();
    }

    /** Requests an e-mail, which is sent after this transaction has committed; at most one a minute to protect the recipient. */
    public void ask(User user, MailPurpose purpose) {
        ask(user, purpose, user.email());
    }

    /** Requests an e-mail to another address than the account's; a request for a further address within the minute replaces it. */
    public void ask(User user, MailPurpose purpose, String address) {
        if (!arePossible()) {
            return;
        }
        Instant now = clock.instant();
        if (pending.add(user.id(), purpose, address, now, now.minus(APART))) {
            asked.fire(new Asked());
        }
    }

    /** Claims the next e-mail to send; it is due again only when it is postponed or its sender has failed. */
    Optional<AccountMail> takeDue() {
        return pending.firstDue(clock.instant()).map(this::take);
    }

    private AccountMail take(PendingMail due) {
        User user = users.find(due.userId()).orElseThrow();
        String address = due.address().orElse(user.email());
        MailToken token = MailToken.fresh();
        pending.countAttempt(user.id(), due.purpose(), clock.instant().plus(LEASE));
        store.add(token, due.purpose(), user.id(), address);
        return new AccountMail(user, due.purpose(), address, token, due.attempts() + 1);
    }

    /** The mail server has accepted it, or will never accept it. */
    void markDone(AccountMail mailMessage) {
        pending.setDue(mailMessage.to().id(), mailMessage.purpose(), mailMessage.attempts(), null);
    }

    /** Makes it due again after a pause that grows with the number of attempts. */
    void putOff(AccountMail mailMessage) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mailMessage.attempts() - 1, DOUBLINGS));
        pending.setDue(
                mailMessage.to().id(),
                mailMessage.purpose(),
                mailMessage.attempts(),
                clock.instant().plus(pause));
    }

    /** The user of a link, while it is valid. */
    public Optional<User> ownerOf(String token, MailPurpose purpose) {
        return tokens.find(token, purpose).map(MailTokens.Proof::user);
    }

    /** The address that a link proves, while it is valid. */
    public Optional<String> addressOf(String token, MailPurpose purpose) {
        return tokens.find(token, purpose).map(MailTokens.Proof::address);
    }

    /** Deletes expired links. */
    @Override
    public void deleteOld() {
        store.deleteExpired();
    }
}
