package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.session.SessionPrincipal;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;

/** The one class that answers who is speaking, whoever has found it out. */
@ApplicationScoped
public class CurrentUser {
    @Inject
    SignInMode door;

    @Inject
    HttpServletRequest request;

    @Inject
    ContainerPrincipal container;

    @Inject
    ExternalAccounts outside;

    @Inject
    Accounts accounts;

    /** The account of whoever sent this request; empty when signed out, or when the account or this sign-in has been ended. */
    public Optional<User> user() {
        if (isOutside()) {
            return container.of(request).map(outside::of);
        }
        return caller().flatMap(caller -> accounts.find(caller.userId()).filter(caller::isStill));
    }

    /** The account's number, which a realm outside does not know: then it is looked up, else it is what the session remembers. */
    public OptionalLong id() {
        Optional<Long> id = isOutside() ? user().map(User::id) : caller().map(SessionPrincipal::userId);
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /** Whether the request came from somebody signed in; no account is looked up, so that it can be asked without a database. */
    public boolean isSignedIn() {
        return isOutside() ? container.of(request).isPresent() : caller().isPresent();
    }

    private boolean isOutside() {
        return door.kind() == SignInKind.CONTAINER;
    }

    private Optional<SessionPrincipal> caller() {
        // Not the security context: on Payara it belongs to the thread, and a request that is dispatched again may get
        // a
        // thread that served somebody else.
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .flatMap(SessionPrincipal::read);
    }
}
