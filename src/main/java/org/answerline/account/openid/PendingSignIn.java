package org.answerline.account.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A sign-in that has gone to the provider and not come back; kept, as a text, by the browser it began in. */
record PendingSignIn(String state, String nonce, String verifier, String next) {
    private static final int BYTES = 32;
    private static final int PARTS = 4;
    private static final int LONGEST_WAY = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The way on is left out when it is too long to be kept by a browser. */
    static PendingSignIn begun(String next) {
        return new PendingSignIn(random(), random(), random(), next.length() > LONGEST_WAY ? "/" : next);
    }

    static Optional<PendingSignIn> read(String written) {
        String[] parts = written.split(" ", PARTS);
        return parts.length < PARTS
                ? Optional.empty()
                : Optional.of(new PendingSignIn(parts[0], parts[1], parts[2], parts[3]));
    }

    /** Only the last part may hold a blank. */
    String written() {
        return String.join(" ", state, nonce, verifier, next);
    }

    /** What proves later that the code is redeemed by who asked for it: https://www.rfc-editor.org/rfc/rfc7636#section-4.2. */
    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return text(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
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
