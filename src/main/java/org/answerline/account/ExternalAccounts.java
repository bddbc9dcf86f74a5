package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.mail.MailTokens;
import org.answerline.account.openid.VerifiedIdentity;
import org.answerline.account.session.SessionsRevoked;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.platform.observability.Log;

/**
 * The accounts of users whom an external sign-in has identified; each is created at the user's first request.
 *
 * <p>An account with a password may have been opened by anyone with any address. When the external sign-in proves the address, the
 * account is adopted: its password, its sign-ins and links from before its address was confirmed end, and its page says so.
 */
@ApplicationScoped
@Transactional(rollbackOn = EmailTakenException.class)
public class ExternalAccounts {
    private static final Logger LOG = Log.of(ExternalAccounts.class);

    @Inject
    Users users;

    @Inject
    ExternalIdentities identities;

    @Inject
    MailTokens tokens;

    @Inject
    Clock clock;

    @Inject
    Event<SessionsRevoked> ended;

    @Inject
    Event<AccountSecured> secured;

    /** The account with this address, under the name reported last: the server and its proxy are trusted. */
    User of(ExternalUser person) {
        User user = users.withEmail(person.email()).orElseGet(() -> {
            make(person);
            return users.withEmail(person.email()).orElseThrow();
        });
        if (user.hasPassword()) {
            adopt(user);
        }
        confirm(user);
        return called(user, person.fullName());
    }

    /**
     * The account that belongs to a provider's subject.
     *
     * @throws EmailTakenException when another account has the address, and nothing proves that it is the same person's
     */
    public User of(VerifiedIdentity proved) throws EmailTakenException {
        ExternalUser person = ExternalUser.told(proved.email(), proved.fullName());
        Optional<User> known = known(proved);
        User user = known.isPresent() ? known.get() : tie(proved, person);
        if (proved.emailVerified() && user.email().equalsIgnoreCase(person.email())) {
            confirm(user);
        }
        return called(user, person.fullName());
    }

    private User called(User user, String name) {
        if (!user.fullName().equals(name)) {
            users.locked(user).rename(name);
        }
        return user;
    }

    private void confirm(User user) {
        if (!user.isConfirmed()) {
            users.locked(user).confirmEmail(clock.instant());
        }
    }

    private void adopt(User user) {
        Instant linksBefore = AccountChanges.linksBefore(users.locked(user));
        if (!user.hasPassword()) {
            return;
        }
        user.adopt(clock.instant());
        tokens.endAll(user.id());
        ended.fire(new SessionsRevoked(user.id()));
        secured.fire(new AccountSecured(user.id(), linksBefore));
        LOG.log(Level.WARNING, () -> "Account " + user.id() + " had a password and now belongs to the outside sign-in");
    }

    private Optional<User> known(VerifiedIdentity proved) {
        OptionalLong account = identities.accountOf(proved.issuer(), proved.subject());
        return account.isPresent() ? users.find(account.getAsLong()) : Optional.empty();
    }

    private User tie(VerifiedIdentity proved, ExternalUser person) throws EmailTakenException {
        boolean made = users.withEmail(person.email()).isEmpty() && make(person);
        // At the same moment this very subject may have come in another tab, or another one with the same address.
        Optional<User> known = made ? Optional.empty() : known(proved);
        if (known.isPresent()) {
            return known.get();
        }
        User user = users.withEmail(person.email()).orElseThrow();
        if (!made && !mayTake(user, proved)) {
            throw new EmailTakenException();
        }
        if (user.hasPassword()) {
            adopt(user);
        }
        identities.add(proved.issuer(), proved.subject(), user.id(), clock.instant());
        return user;
    }

    // A local account whose e-mail address is confirmed is not taken over; one whose address was only typed is.
    // A company may give the address of a former employee to a new one, so an account that is already tied to a
    // subject stays with that subject.
    private boolean mayTake(User user, VerifiedIdentity proved) {
        boolean isOwned = user.hasPassword() && user.isConfirmed();
        return proved.emailVerified() && !isOwned && !identities.isTied(user.id());
    }

    // Two first requests may come at once, so the unique index decides; whether it was this one that made the row.
    private boolean make(ExternalUser person) {
        return users.addUnlessTaken(person.email(), person.fullName(), clock.instant());
    }
}
