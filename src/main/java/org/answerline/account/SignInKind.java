package org.answerline.account;

/** Who finds out who is there. */
public enum SignInKind {
    /** We do, by an e-mail address and a password. */
    LOCAL,
    /** An OpenID provider does, and tells us. */
    OIDC,
    /** The server's own realm, or a trusted proxy in front of it. */
    CONTAINER;

    /** The kind a setting names; anything unknown has been refused at the start. */
    static SignInKind named(String setting) {
        return valueOf(setting.strip().toUpperCase(java.util.Locale.ROOT));
    }
}
