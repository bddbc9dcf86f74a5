package org.answerline.account.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Identifies a session in notifications between nodes: the id itself gives access and must not be sent in them. */
public final class SessionHash {

    private SessionHash() {}

    /** SHA-256 of the id, in hexadecimal digits. */
    public static String of(String sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", missing);
        }
    }
}
