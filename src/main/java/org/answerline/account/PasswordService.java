package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.password.Passwords;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;

/**
 * Changes what proves who somebody is: the password, the address, and whether the address is really theirs.
 *
 * <p>Passwords are hashed outside of transactions: the hash takes long, and no connection to the database may wait for it.
 */
@ApplicationScoped
public class PasswordService {
    @Inject
    AccountChanges changes;

    @Inject
    Passwords passwords;

    @Inject
    AccountMails mails;

    @Inject
    Clock clock;

    /**
     * Opens an account from what was typed and found right; the unique index decides a race.
     *
     * @throws EmailTakenException when another account has the address
     */
    public User signUp(SignUp typed, String language) throws EmailTakenException {
        if (changes.withEmail(typed.email()).isPresent()) {
            throw new EmailTakenException();
        }
        String hash = passwords.hash(typed.password());
        return changes.open(new User(typed.email(), typed.fullName(), hash, language, clock.instant()));
    }

    /**
     * A new password for whoever knows the old one; ends all sign-ins of the account, and what was tied to it before its address was
     * confirmed. Empty if the old one is wrong.
     */
    Optional<User> change(long userId, String old, String fresh) {
        Optional<User> user = changes.find(userId).filter(known -> passwords.matches(old, known.passwordHash()));
        return user.flatMap(known -> changes.changePassword(known, passwords.hash(fresh)));
    }

    /**
     * A new password for whoever got the e-mail, which also proves the address; ends all sign-ins, and what was tied to the account before
     * its address was confirmed. Empty if the link works no more.
     */
    public Optional<User> reset(String token, String fresh) {
        return mails.ownerOf(token, MailPurpose.RESET).isEmpty()
                ? Optional.empty()
                : changes.resetPassword(token, passwords.hash(fresh));
    }

    /**
     * The address is theirs. Empty if the link works no more.
     *
     * @param bySomebodyElse whether the account's owner is not signed in there: then all sign-ins end, and what was tied to the account
     */
    public Optional<User> confirm(String token, boolean bySomebodyElse) {
        return changes.confirm(token, bySomebodyElse);
    }

    /** Sends the e-mail that resets a password, if an account has this address; nothing tells whether one has. */
    public void forgotten(String email) {
        changes.withEmail(email).ifPresent(user -> mails.ask(user, MailPurpose.RESET));
    }

    /** Gives the account another name. */
    public void rename(long userId, String fullName) {
        changes.rename(userId, fullName);
    }

    /** Sends the e-mail that proves a new address; false when another account has it. */
    public boolean askToChangeEmail(User user, String address) {
        if (changes.withEmail(address).filter(other -> other.id() != user.id()).isPresent()) {
            return false;
        }
        mails.ask(user, MailPurpose.CHANGE, address);
        return true;
    }

    /**
     * The account has the new address, and the former one is told. Empty if the link works no more, or is another account's.
     *
     * @throws EmailTakenException when another account has got the address in the meantime
     */
    public Optional<User> changeEmail(long userId, String token) throws EmailTakenException {
        return changes.changeEmail(userId, token);
    }
}
