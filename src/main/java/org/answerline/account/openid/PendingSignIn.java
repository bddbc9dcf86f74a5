package org.answerline.account.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A sign-in that was started at the provider and has not returned; stored as text in a cookie of its browser. */
record PendingSignIn(String state, String nonce, String verifier, String next) {
    private static final int BYTES = 32;
    private static final int PARTS = 4;
    private static final int LONGEST_WAY = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Starts a sign-in; the return path is left out if it is too long for a cookie. */
    static PendingSignIn begun(String next) {
        return new PendingSignIn(random(), random(), random(), next.length() > LONGEST_WAY ? "/" : next);
    }

    static Optional<PendingSignIn> read(String written) {
        String[] parts = written.split(" ", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : Optional.of(new PendingSignIn(parts[0], parts[1], parts[2], parts[3]));
    }

    /** The text for the cookie; only the last part may contain a space. */
    String written() {
        return String.join(" ", state, nonce, verifier, next);
    }

    /** The PKCE code challenge: https://www.rfc-editor.org/rfc/rfc7636#section-4.2. */
    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return text(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
