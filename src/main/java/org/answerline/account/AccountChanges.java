package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailTokens;
import org.answerline.account.session.SessionsRevoked;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;

/** The database changes of {@link PasswordService}, each in one short transaction; no password is hashed in a transaction. */
@ApplicationScoped
@Transactional(rollbackOn = EmailTakenException.class)
class AccountChanges {
    @Inject
    Users users;

    @Inject
    MailTokens tokens;

    @Inject
    AccountMails mails;

    @Inject
    ExternalIdentities identities;

    @Inject
    Clock clock;

    @Inject
    Event<SessionsRevoked> ended;

    @Inject
    Event<AccountSecured> secured;

    Optional<User> find(long userId) {
        return users.find(userId);
    }

    Optional<User> withEmail(String email) {
        return users.withEmail(email);
    }

    User open(User user) throws EmailTakenException {
        if (users.withEmail(user.email()).isPresent()) {
            throw new EmailTakenException();
        }
        unlessTaken(() -> users.add(user));
        mails.ask(user, MailPurpose.CONFIRM);
        return user;
    }

    /** Changes the password; empty if the stored password is no longer the one that was checked. */
    Optional<User> changePassword(User checked, String hash) {
        Optional<User> user = users.find(checked.id()).map(users::locked).filter(now -> now.passwordHash()
                .equals(checked.passwordHash()));
        user.ifPresent(now -> {
            // Without a mail server addresses cannot be confirmed, so no link is older than a confirmation.
            boolean mayBeAnothers = now.isConfirmed() || mails.arePossible();
            Instant linksBefore = mayBeAnothers ? linksBefore(now) : Instant.MIN;
            take(now, hash, linksBefore);
        });
        return user;
    }

    Optional<User> resetPassword(String token, MailPurpose purpose, String hash) {
        Optional<User> user =
                tokens.spend(token, purpose).map(MailTokens.Proof::user).map(users::locked);
        user.ifPresent(now -> {
            Instant linksBefore = linksBefore(now);
            // From now on the account has a password, and its connection to a provider ends.
            identities.forget(now.id());
            now.confirmEmail(clock.instant());
            take(now, hash, linksBefore);
        });
        return user;
    }

    Optional<User> confirm(String token) {
        Optional<User> user = tokens.spend(token, MailPurpose.CONFIRM)
                .map(MailTokens.Proof::user)
                .map(users::locked);
        user.ifPresent(now -> now.confirmEmail(clock.instant()));
        return user;
    }

    Optional<User> changeEmail(long userId, String token) throws EmailTakenException {
        Optional<MailTokens.Proof> proof = tokens.find(token, MailPurpose.CHANGE)
                .filter(found -> found.user().id() == userId);
        return proof.map(found -> {
            User user = users.locked(found.user());
            String former = user.email();
            if (users.withEmail(found.address())
                    .filter(other -> other.id() != userId)
                    .isPresent()) {
                throw new EmailTakenException();
            }
            unlessTaken(() -> users.setEmail(user, found.address(), clock.instant()));
            tokens.endAll(userId);
            mails.ask(user, MailPurpose.CHANGED, former);
            return user;
        });
    }

    void rename(long userId, String fullName) {
        users.find(userId).map(users::locked).ifPresent(user -> user.rename(fullName));
    }

    private void take(User user, String hash, Instant linksBefore) {
        user.changePassword(hash);
        // Links in older e-mails end, too: the former user of the account may have requested one of them.
        tokens.endAll(user.id());
        ended.fire(new SessionsRevoked(user.id()));
        secured.fire(new AccountSecured(user.id(), linksBefore));
    }

    static Instant linksBefore(User user) {
        return user.confirmedAt().orElse(Instant.MAX);
    }

    private static void unlessTaken(Runnable change) {
        try {
            change.run();
        } catch (PersistenceException e) {
            throw Users.isUniqueViolation(e) ? new EmailTakenException() : e;
        }
    }
}
