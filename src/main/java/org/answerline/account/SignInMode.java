package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** Which way in and out this desk has. */
@ApplicationScoped
public class SignInMode {
    private static final String SIGN_OUT = "/account/sign-out/";

    @Inject
    Settings settings;

    /** Who finds out who is there. */
    public SignInKind kind() {
        return settings.get(SignInSettings.KIND);
    }

    /** Whether people sign in on a page of ours, or on one that ours leads to. */
    public boolean isOpenHere() {
        return kind() != SignInKind.CONTAINER;
    }

    /** Where signing out begins; empty when it is not ours and nobody told us where it is. */
    public Optional<String> wayOut() {
        return kind() == SignInKind.CONTAINER
                ? settings.configured(SignInSettings.SIGN_OUT_URL)
                : Optional.of(SIGN_OUT);
    }
}
