package org.answerline.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailToken;
import org.answerline.account.mail.MailTokenStore;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;

/** What opens a guest's conversation: a key in the browser, and links in e-mails. */
@ApplicationScoped
@Transactional
public class GuestKeys {
    @Inject
    private GuestRows rows;

    @Inject
    private Users users;

    @Inject
    private MailTokenStore links;

    @Inject
    private Clock clock;

    /** A new key for a browser of this guest. */
    public MailToken add(long userId) {
        MailToken key = MailToken.fresh();
        rows.addKey(key.hash(), userId, clock.instant());
        return key;
    }

    /** The guest whose key this is. */
    public Optional<User> find(String key) {
        return rows.ofKey(new MailToken(key).hash()).flatMap(users::find).filter(User::isGuest);
    }

    /** Deletes a key that another one replaces in its browser. */
    public void end(String key) {
        rows.deleteKey(new MailToken(key).hash());
    }

    /** Deletes a key because the guest has signed out: the form that has made the guest does not find them any more either. */
    public void signOut(String key) {
        String hash = new MailToken(key).hash();
        rows.ofKey(hash)
                .ifPresent(guest -> rows.forgetForm(guest, MailToken.fresh().hash()));
        rows.deleteKey(hash);
    }

    /** The path of a new link for an e-mail to a guest's confirmed address. */
    public String addLink(long userId, String address) {
        MailToken token = MailToken.fresh();
        links.add(token, MailPurpose.GUEST, userId, address);
        return MailPurpose.GUEST.path() + token.value() + "/";
    }
}
