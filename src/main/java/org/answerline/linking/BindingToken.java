package org.answerline.linking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one-time token of a deep link: 192 bits in 32 characters of A–Z a–z 0–9 _ -; a start parameter may have up to 64.
 *
 * <p>It is an HMAC over a stored nonce, with a key that is not in the database. So the same link can be shown again while it is
 * valid, and a stolen database yields no token. A token is found by its hash.
 *
 * @see <a href="https://core.telegram.org/bots/features#deep-linking">Deep linking</a>
 */
record BindingToken(String value) {

    private static final Pattern START_PARAMETER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static boolean couldBe(String startParameter) {
        return START_PARAMETER.matcher(startParameter).matches();
    }

    static String newNonce() {
        byte[] nonce = new byte[BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    static BindingToken signed(String key, long userId, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(("binding " + userId + " " + nonce).getBytes(StandardCharsets.UTF_8));
            return new BindingToken(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, BYTES)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java runtime", missing);
        }
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }

    /** Does not contain the token, because this text may appear in a log. */
    @Override
    public String toString() {
        return "BindingToken[…]";
    }
}
