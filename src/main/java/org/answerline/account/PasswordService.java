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
 * Creates accounts, and changes passwords, e-mail addresses and their confirmation.
 *
 * <p>Passwords are hashed outside of transactions: hashing takes long and must not hold a database connection.
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
     * Creates an account from a valid form; the unique index decides a race.
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
     * Changes the password of a user who knows the old one; ends all sign-ins of the account, and links made before its address was
     * confirmed. Empty if the old password is wrong.
     */
    Optional<User> change(long userId, String old, String fresh) {
        Optional<User> user = changes.find(userId).filter(known -> passwords.matches(old, known.passwordHash()));
        return user.flatMap(known -> changes.changePassword(known, passwords.hash(fresh)));
    }

    /** Whether a link in an e-mail lets its reader choose a new password. */
    public boolean canReset(String token) {
        return resetPurpose(token).isPresent();
    }

    /**
     * Sets a new password by a link in an e-mail, which also proves the address; ends all sign-ins, and links made before the address was
     * confirmed. Empty if the link is no longer valid.
     */
    public Optional<User> reset(String token, String fresh) {
        return resetPurpose(token).flatMap(purpose -> changes.resetPassword(token, purpose, passwords.hash(fresh)));
    }

    // The owner of an address that is not confirmed yet may not know the password: somebody else may have created the
    // account.
    private Optional<MailPurpose> resetPurpose(String token) {
        return mails.ownerOf(token, MailPurpose.RESET)
                .map(owner -> MailPurpose.RESET)
                .or(() -> mails.ownerOf(token, MailPurpose.CONFIRM)
                        .filter(owner -> owner.hasPassword() && !owner.isConfirmed())
                        .map(owner -> MailPurpose.CONFIRM));
    }

    /** Confirms the address of an account, for a reader who is signed in to it or knows its password. Empty if the link is no longer valid. */
    public Optional<User> confirm(String token) {
        return changes.confirm(token);
    }

    /** Sends the e-mail that resets a password if an account has this address; the caller cannot see whether one has. */
    public void forgotten(String email) {
        changes.withEmail(email).ifPresent(user -> mails.ask(user, MailPurpose.RESET));
    }

    /** Changes the name of the account. */
    public void rename(long userId, String fullName) {
        changes.rename(userId, fullName);
    }

    /** Sends the e-mail that confirms a new address; false when another account has it. */
    public boolean askToChangeEmail(User user, String address) {
        if (changes.withEmail(address).filter(other -> other.id() != user.id()).isPresent()) {
            return false;
        }
        mails.ask(user, MailPurpose.CHANGE, address);
        return true;
    }

    /**
     * Changes the address and notifies the former one. Empty if the link is no longer valid or belongs to another account.
     *
     * @throws EmailTakenException when another account has got the address in the meantime
     */
    public Optional<User> changeEmail(long userId, String token) throws EmailTakenException {
        return changes.changeEmail(userId, token);
    }
}
