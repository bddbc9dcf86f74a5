package org.answerline.site.guard;

import jakarta.enterprise.context.RequestScoped;
import org.answerline.account.user.User;

/** The user whom {@link SignedIn} let in. */
@RequestScoped
public class SignedInUser {
    private User user;

    void set(User found) {
        user = found;
    }

    /**
     * The account as it was when the request was let in.
     *
     * @throws IllegalStateException if the method has no {@link SignedIn}
     */
    public User user() {
        if (user == null) {
            throw new IllegalStateException("The method that asks for the user is not annotated with @SignedIn");
        }
        return user;
    }

    /** The number of the account. */
    public long id() {
        return user().id();
    }
}
