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

/** Says for Jakarta Security whether an e-mail address and a password belong together. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    // In no transaction: the hash takes long, and no connection to the database may wait for it.
    /** The caller is named by the account's number: an address may change, the number never does. */
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
