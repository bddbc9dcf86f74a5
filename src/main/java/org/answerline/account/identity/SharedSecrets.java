package org.answerline.account.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;

/** Secrets that the site and the desk share; a new one stands beside the old one while it is replaced. */
final class SharedSecrets implements VerificationKeys {
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

    private final List<Key> keys;

    /** With these secrets, each of at least 32 bytes of UTF-8. */
    SharedSecrets(List<String> secrets) {
        keys = secrets.stream()
                .<Key>map(secret -> new HmacKey(secret.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    public AlgorithmConstraints algorithms() {
        return ALGORITHMS;
    }

    @Override
    public List<Key> candidates(JsonWebSignature token) {
        return keys;
    }
}
