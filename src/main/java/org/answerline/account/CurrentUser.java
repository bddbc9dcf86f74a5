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

/** The signed-in user of a request, whichever sign-in identified them. */
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

    /** The account of the user who sent this request; empty when signed out, or when the account or this sign-in has been ended. */
    public Optional<User> user() {
        if (isOutside()) {
            return container.of(request).map(outside::of);
        }
        return caller().flatMap(caller -> accounts.find(caller.userId()).filter(caller::isStill));
    }

    /** The account's id: from the session, or looked up for an external sign-in, which does not know it. */
    public OptionalLong id() {
        Optional<Long> id = isOutside() ? user().map(User::id) : caller().map(SessionPrincipal::userId);
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /** Whether the sender of the request is signed in; no account is looked up, so that it works without the database. */
    public boolean isSignedIn() {
        return isOutside() ? container.of(request).isPresent() : caller().isPresent();
    }

    private boolean isOutside() {
        return door.kind() == SignInKind.CONTAINER;
    }

    private Optional<SessionPrincipal> caller() {
        // Not the security context: on Payara it belongs to the thread, and a request that is dispatched again may run
        // on a thread that served another user.
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .flatMap(SessionPrincipal::read);
    }
}
