package org.answerline.account.guest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A task that costs a browser about a second and the server almost nothing.
 *
 * <p>For each number i from 0 to {@link #PUZZLES} - 1 a counter is to be found, so that the SHA-256 of {@code challenge:i:counter} begins with
 * {@link #ZERO_BITS} zero bits. Several small puzzles take a more even time than a large one.
 *
 * @param nonce 128 random bits, by which each challenge is used once
 * @param validUntil whole seconds
 */
record WorkChallenge(String nonce, Instant validUntil) {
    static final int PUZZLES = 16;
    static final int ZERO_BITS = 11;
    static final Duration VALIDITY = Duration.ofHours(2);

    private static final int NONCE_BYTES = 16;
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{32})\\.([0-9a-f]{64})");
    private static final Pattern SOLUTION = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9}){" + (PUZZLES - 1) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static WorkChallenge fresh(Instant now) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return new WorkChallenge(
                HexFormat.of().formatHex(bytes),
                Instant.ofEpochSecond(now.plus(VALIDITY).getEpochSecond()));
    }

    /** The challenge of a form; empty if it was not signed with this key or has expired. */
    static Optional<WorkChallenge> read(String written, byte[] key, Instant now) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var challenge = new WorkChallenge(matcher.group(2), Instant.ofEpochSecond(Long.parseLong(matcher.group(1))));
        boolean isOurs = MessageDigest.isEqual(
                written.getBytes(StandardCharsets.US_ASCII),
                challenge.written(key).getBytes(StandardCharsets.US_ASCII));
        return isOurs && now.isBefore(challenge.validUntil()) ? Optional.of(challenge) : Optional.empty();
    }

    /** As a form has it, with a signature. */
    String written(byte[] key) {
        String content = validUntil.getEpochSecond() + "." + nonce;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java runtime", missing);
        }
    }

    /** Whether these counters, with dots between them, solve a written challenge. */
    static boolean isSolved(String written, String solution) {
        if (!SOLUTION.matcher(solution).matches()) {
            return false;
        }
        String[] counters = solution.split("\\.");
        for (int puzzle = 0; puzzle < PUZZLES; puzzle++) {
            if (!beginsWithZeros(sha256(written + ":" + puzzle + ":" + counters[puzzle]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWithZeros(byte[] digest) {
        int beginning = (digest[0] & 0xff) << Byte.SIZE | digest[1] & 0xff;
        return beginning >>> 2 * Byte.SIZE - ZERO_BITS == 0;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }
}
