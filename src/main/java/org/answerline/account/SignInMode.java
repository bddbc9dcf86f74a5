package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which way in and out this desk has. */
@ApplicationScoped
public class SignInMode {
    private static final String SIGN_OUT = "/account/sign-out/";

    @Inject
    @ConfigProperty(name = "SUPPORT_SIGN_IN", defaultValue = "local")
    String kind;

    @Inject
    @ConfigProperty(name = "SUPPORT_SIGN_OUT_URL")
    Optional<String> outside;

    /** Who finds out who is there. */
    public SignInKind kind() {
        return SignInKind.named(kind);
    }

    /** Whether people sign in on a page of ours, or on one that ours leads to. */
    public boolean isOpenHere() {
        return kind() != SignInKind.CONTAINER;
    }

    /** Where signing out begins; empty when it is not ours and nobody told us where it is. */
    public Optional<String> wayOut() {
        return kind() == SignInKind.CONTAINER ? outside.map(String::strip) : Optional.of(SIGN_OUT);
    }
}
