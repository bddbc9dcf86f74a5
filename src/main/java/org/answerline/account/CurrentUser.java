package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.identity.IdentityClaims;
import org.answerline.account.identity.RequestToken;
import org.answerline.account.session.EndedSessions;
import org.answerline.account.session.SessionAuthenticationMechanism;
import org.answerline.account.session.SessionPrincipal;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;

/**
 * The user of a request: the one for whom a site vouches by a token, otherwise the one who is signed in, whichever sign-in identified them.
 * A session that is sent with a token is not used.
 */
@ApplicationScoped
public class CurrentUser {
    @Inject
    SignInMode signInMode;

    @Inject
    HttpServletRequest request;

    @Inject
    ContainerPrincipal container;

    @Inject
    ExternalAccounts outside;

    @Inject
    VouchedAccounts vouched;

    @Inject
    Accounts accounts;

    @Inject
    EndedSessions ended;

    /** The account of the user who sent this request; empty when signed out, or when the account or this sign-in has been ended. */
    public Optional<User> user() {
        Optional<IdentityClaims> claims = RequestToken.claims(request);
        if (claims.isPresent()) {
            return claims.map(vouched::of);
        }
        if (isOutside()) {
            return container.of(request).map(outside::of).or(this::signedIn);
        }
        return signedIn();
    }

    /** The account's id: from the session, or looked up for an external sign-in, which does not know it. */
    public OptionalLong id() {
        Optional<Long> id = isOutside() || RequestToken.claims(request).isPresent()
                ? user().map(User::id)
                : caller().map(SessionPrincipal::userId);
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /** Whether the sender of the request is signed in; no account is looked up, so that it works without the database. */
    public boolean isSignedIn() {
        return isSignedInOutside()
                || caller().isPresent()
                || RequestToken.claims(request).isPresent();
    }

    /** Whether the account of this browser's session was erased elsewhere. */
    public boolean isErased() {
        return RequestToken.claims(request).isEmpty()
                && caller().filter(caller -> accounts.find(caller.userId()).isEmpty())
                        .isPresent();
    }

    /** The URL where the sender of the request signs out; empty if the server or its proxy signs them in and no URL is configured. */
    public Optional<String> signOutUrl() {
        return isSignedInOutside() ? signInMode.signOutUrl() : Optional.of(SignInMode.SIGN_OUT);
    }

    /** Whether the server or its proxy names the sender of the request, so that no page of this site can sign them out. */
    public boolean isSignedInOutside() {
        return isOutside() && container.of(request).isPresent();
    }

    private Optional<User> signedIn() {
        return caller().flatMap(caller -> accounts.find(caller.userId()).filter(caller::isStill));
    }

    private boolean isOutside() {
        return signInMode.kind() == SignInKind.CONTAINER;
    }

    private Optional<SessionPrincipal> caller() {
        if (isOutside()) {
            // Our mechanism is off; the session is one that a token has opened.
            return Optional.ofNullable(request.getSession(false))
                    .filter(session -> !ended.contains(session.getId()))
                    .flatMap(session -> SessionAuthenticationMechanism.remembered(request));
        }
        if (SessionAuthenticationMechanism.isUsedNow(request)) {
            return SessionAuthenticationMechanism.remembered(request);
        }
        // Not the security context: on Payara it belongs to the thread, and a request that is dispatched again may run
        // on a thread that served another user.
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .flatMap(SessionPrincipal::read);
    }
}
