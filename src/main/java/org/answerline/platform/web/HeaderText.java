package org.answerline.platform.web;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Human-readable text in an HTTP header, as proxies write it: UTF-8, ISO-8859-1, or encoded words of e-mail.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
public final class HeaderText {

    private HeaderText() {}

    /** Decodes a header's value as the server passes it, one char for each byte; an unknown encoding is left as it is. */
    public static String decode(String value) {
        String text = fromBytes(value);
        try {
            return text.contains("=?") ? MimeUtility.decodeText(text) : text;
        } catch (UnsupportedEncodingException unknown) {
            return text;
        }
    }

    // Servers read headers as ISO-8859-1 and most proxies write UTF-8.
    private static String fromBytes(String value) {
        if (value.chars().anyMatch(character -> character > 0xFF)) {
            return value;
        }
        try {
            byte[] sent = value.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .toString();
        } catch (CharacterCodingException latin) {
            return value;
        }
    }
}
