package org.answerline.platform.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes percent-encoded text like browsers: a percent sign that begins no escape is kept, while URLDecoder refuses it.
 *
 * @see <a href="https://url.spec.whatwg.org/#percent-decode">Percent-decoding</a>
 */
public final class PercentEncoding {
    private static final int ESCAPE = 3;
    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * Decodes a name or value of a form or a query; a plus is a space.
     *
     * @throws CharacterCodingException if the bytes are not valid in this charset
     */
    public static String decode(String encoded, Charset charset) throws CharacterCodingException {
        return text(bytes(encoded), charset);
    }

    /**
     * Decodes bytes strictly.
     *
     * @throws CharacterCodingException if they are not valid in this charset; nothing is replaced
     */
    public static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** Decodes a value that may be truncated anywhere, without NUL: an incomplete character is left out. */
    public static String decodeCut(String encoded, Charset charset) {
        return textOfCut(bytes(encoded.replaceFirst("%[0-9A-Fa-f]?$", "")), charset);
    }

    /** Decodes bytes without NUL and without byte sequences that are not valid in this charset. */
    public static String textOfCut(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .onUnmappableCharacter(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\0", "");
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Escapes every percent sign that begins no escape, and removes NUL, which PostgreSQL cannot store. */
    public static String repaired(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        var repaired = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%' && !isEscape(encoded, i)) {
                repaired.append("%25");
            } else if (encoded.startsWith("%00", i)) {
                i += ESCAPE - 1;
            } else {
                repaired.append(next);
            }
        }
        return repaired.toString();
    }

    /** Returns the bytes as ASCII text, with other bytes percent-encoded. */
    public static String escapedAboveAscii(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (byte next : bytes) {
            if (next >= 0) {
                text.append((char) next);
            } else {
                text.append(String.format("%%%02X", next));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%' && isEscape(encoded, i)) {
                bytes.write(Integer.parseInt(encoded, i + 1, i + ESCAPE, HEX));
                i += ESCAPE - 1;
            } else if (next == '+') {
                bytes.write(' ');
            } else if (next < 0x80) {
                bytes.write(next);
            } else {
                int end = next >= 0xD800 && next < 0xDC00 && i + 1 < encoded.length() ? i + 2 : i + 1;
                bytes.writeBytes(encoded.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isEscape(String encoded, int at) {
        return at + 2 < encoded.length()
                && Character.digit(encoded.charAt(at + 1), HEX) >= 0
                && encoded.charAt(at + 1) < 0x80
                && Character.digit(encoded.charAt(at + 2), HEX) >= 0
                && encoded.charAt(at + 2) < 0x80;
    }
}
