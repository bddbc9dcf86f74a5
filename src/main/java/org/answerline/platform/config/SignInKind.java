package org.answerline.platform.config;

import java.util.Locale;

/** What authenticates users; the words of SUPPORT_SIGN_IN in upper case. */
public enum SignInKind {
    /** Answerline itself, by an e-mail address and a password. */
    LOCAL,
    /** An OpenID provider. */
    OIDC,
    /** The server's own realm, or a trusted proxy in front of it. */
    CONTAINER;

    /** The word in the setting. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
