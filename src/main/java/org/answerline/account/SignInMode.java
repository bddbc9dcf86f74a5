package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** How users of this desk sign in and out. */
@ApplicationScoped
public class SignInMode {
    /** The path of the page that ends a session of this desk. */
    public static final String SIGN_OUT = "/account/sign-out/";

    @Inject
    Settings settings;

    /** What authenticates users. */
    public SignInKind kind() {
        return settings.get(SignInSettings.KIND);
    }

    /** Whether users sign in on a page of this site, or on one that it redirects to. */
    public boolean isOpenHere() {
        return kind() != SignInKind.CONTAINER;
    }

    /** The URL where signing out begins; empty if the server or its proxy signs users in and no URL is configured. */
    public Optional<String> signOutUrl() {
        return kind() == SignInKind.CONTAINER
                ? settings.configured(SignInSettings.SIGN_OUT_URL)
                : Optional.of(SIGN_OUT);
    }
}
