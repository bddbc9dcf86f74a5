package org.answerline.account.identity;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.answerline.platform.observability.Log;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The public keys of a site, from a key set (RFC 7517) that is read every hour, and earlier when a token names a key that is not in it, but
 * at most once a minute. While the set cannot be read, the keys that were read last stay valid for a day.
 *
 * <p>HttpsJwks of jose4j is not used: it repeats a failed request for each token, and reads no file.
 */
final class PublishedKeys implements VerificationKeys {
    private static final Logger LOG = Log.of(PublishedKeys.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_KEYS = 100;
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.EDDSA);

    /** Where the key set is read. */
    interface Source {
        /** The key set as JSON; it takes some seconds at most. */
        String read() throws IOException;
    }

    private record Loaded(List<JsonWebKey> keys, Instant at) {}

    private final Source source;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Loaded loaded;
    private Instant attemptedAt = Instant.MIN;

    PublishedKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public AlgorithmConstraints algorithms() {
        return ALGORITHMS;
    }

    @Override
    public List<Key> candidates(JsonWebSignature token) throws KeysUnavailableException, JoseException {
        List<Key> known = select(token, keys(KEPT));
        return known.isEmpty() ? select(token, keys(PAUSE)) : known;
    }

    private static List<Key> select(JsonWebSignature token, List<JsonWebKey> keys) throws JoseException {
        return new VerificationJwkSelector()
                .selectList(token, keys).stream()
                        .filter(PublicJsonWebKey.class::isInstance)
                        .<Key>map(key -> ((PublicJsonWebKey) key).getPublicKey())
                        .toList();
    }

    /** The keys, read again if they are older than this; only the first tokens wait for another thread that reads them. */
    private List<JsonWebKey> keys(Duration age) throws KeysUnavailableException {
        if (loaded == null || isOlder(loaded.at(), LONGEST)) {
            loading.lock();
            load(age);
        } else if (isOlder(loaded.at(), age) && loading.tryLock()) {
            load(age);
        }
        Loaded now = loaded;
        if (now == null || isOlder(now.at(), LONGEST)) {
            throw new KeysUnavailableException("the key set cannot be read");
        }
        return now.keys();
    }

    private void load(Duration age) {
        try {
            loadUnlessTriedLately(age);
        } finally {
            loading.unlock();
        }
    }

    private void loadUnlessTriedLately(Duration age) {
        boolean isFresh = loaded != null && !isOlder(loaded.at(), age);
        if (isFresh || !isOlder(attemptedAt, loaded == null ? FIRST_PAUSE : PAUSE)) {
            return;
        }
        attemptedAt = clock.instant();
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(source.read()).getJsonWebKeys();
            if (keys.size() > MOST_KEYS) {
                throw new IOException("it has more than " + MOST_KEYS + " keys");
            }
            loaded = new Loaded(List.copyOf(keys), attemptedAt);
        } catch (IOException | JoseException | RuntimeException failure) {
            // The message of a parser may contain a part of the file.
            String reason = failure instanceof IOException ? failure.toString() : "it is not a JSON Web Key Set";
            LOG.log(Level.WARNING, () -> "The key set of the site cannot be read: " + reason);
        }
    }

    private boolean isOlder(Instant time, Duration age) {
        return !clock.instant().isBefore(time.plus(age));
    }
}
