package org.answerline.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.account.mail.MailTokenStore.StoredToken;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;

/** The links in e-mails: each proves one address for one account, until it is used or expires. Joins the caller's transaction. */
@ApplicationScoped
public class MailTokens {
    /** The user of the link and the address that it was sent to. */
    public record Proof(User user, String address) {}

    @Inject
    private MailTokenStore store;

    @Inject
    private PendingMails pending;

    @Inject
    private Users users;

    /** Finds the user of a valid link. */
    public Optional<Proof> find(String token, MailPurpose purpose) {
        return store.find(new MailToken(token), purpose).flatMap(found -> proof(found, purpose));
    }

    /** Finds the user of a valid link, and invalidates it with all other links of this user and purpose. */
    public Optional<Proof> spend(String token, MailPurpose purpose) {
        Optional<Proof> spent = store.take(new MailToken(token), purpose).flatMap(found -> proof(found, purpose));
        spent.ifPresent(proof -> store.deleteAll(proof.user().id(), purpose));
        return spent;
    }

    /** Invalidates all links of a user, including those that have not been sent yet. */
    public void endAll(long userId) {
        store.deleteAll(userId);
        pending.deleteLinks(userId);
    }

    // A link proves the address it was sent to: after a change of the address older links do not prove the new one.
    private Optional<Proof> proof(StoredToken found, MailPurpose purpose) {
        return users.find(found.userId())
                .map(user -> new Proof(user, found.address()))
                .filter(proof ->
                        purpose == MailPurpose.CHANGE || proof.user().email().equalsIgnoreCase(proof.address()));
    }
}
