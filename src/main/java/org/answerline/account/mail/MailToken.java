package org.answerline.account.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret part of a link in an e-mail: 192 random bits; only its hash is stored. */
public record MailToken(String value) {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Creates a random token. */
    public static MailToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MailToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hexadecimal digits; needs no salt, because the token cannot be guessed. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }

    /** Does not contain the token, because this text may appear in a log. */
    @Override
    public String toString() {
        return "MailToken[…]";
    }
}
