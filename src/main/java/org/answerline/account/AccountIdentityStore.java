package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import org.answerline.account.password.Passwords;
import org.answerline.account.session.SessionPrincipal;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;

/** Checks an e-mail address and a password for Jakarta Security. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    // Not in a transaction: hashing takes long and must not hold a database connection.
    /** The principal's name is the account's id: an address may change, the id never does. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential typed)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Optional<User> user = accounts.withEmail(typed.getCaller());
        boolean matches = passwords.matches(typed.getPasswordAsString(), user.flatMap(User::passwordHash));
        return matches
                ? new CredentialValidationResult(
                        SessionPrincipal.of(user.orElseThrow()).toString())
                : CredentialValidationResult.INVALID_RESULT;
    }
}
