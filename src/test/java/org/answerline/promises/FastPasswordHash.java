package org.answerline.promises;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The hash of a password as the server keeps it, but checked in no time: an honest one costs a lightly compiled server a second.
 *
 * @see jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash
 */
final class FastPasswordHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 1_024;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BITS = 512;

    private FastPasswordHash() {}

    static String of(String password) {
        var salt = new byte[SALT_BYTES];
        try {
            var key = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS));
            var base64 = Base64.getEncoder();
            return String.join(
                    ":",
                    ALGORITHM,
                    Integer.toString(ITERATIONS),
                    base64.encodeToString(salt),
                    base64.encodeToString(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
