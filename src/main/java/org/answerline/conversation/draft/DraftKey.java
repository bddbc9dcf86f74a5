package org.answerline.conversation.draft;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reference to a draft in a cookie: its id and a secret of 192 random bits, of which only the hash is stored.
 *
 * @param id 32 hexadecimal digits
 */
public record DraftKey(String id, String secret) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{32})\\.([0-9a-f]{48})");
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Creates a random key. */
    public static DraftKey fresh() {
        return new DraftKey(random(ID_BYTES), random(SECRET_BYTES));
    }

    /** Parses the value of a cookie; empty if it is malformed. */
    public static Optional<DraftKey> read(String cookie) {
        var matcher = WRITTEN.matcher(cookie == null ? "" : cookie);
        return matcher.matches() ? Optional.of(new DraftKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The value for a cookie. */
    public String written() {
        return id + "." + secret;
    }

    String hash() {
        return hash(secret);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Does not contain the secret, because this text may appear in a log. */
    @Override
    public String toString() {
        return "DraftKey[" + id + "]";
    }
}
