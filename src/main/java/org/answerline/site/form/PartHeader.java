package org.answerline.site.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.answerline.platform.web.PercentEncoding;

/**
 * What one part of a form says of itself: the field it belongs to, the name of the file it is, and how its content is written.
 *
 * @param name the field; null when the part names none
 * @param fileName the name of a file as the sender gave it; null for a part that is no file
 * @param charset of its text, if it names one
 * @param encoding how it was encoded for the transfer, in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578#section-4">RFC 7578, 4</a>
 */
record PartHeader(String name, String fileName, Optional<Charset> charset, String encoding) {
    private static final int LONGEST = 8 * 1024;

    /** The bytes of a header, one after another. */
    @FunctionalInterface
    interface Bytes {
        int next() throws IOException;
    }

    /**
     * Reads up to the empty line.
     *
     * @param charset in which names are written
     */
    static PartHeader read(Bytes bytes, Charset charset) throws IOException {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        int room = LONGEST;
        String last = null;
        for (byte[] line = line(bytes, room); line.length > 0; line = line(bytes, room)) {
            room -= line.length;
            String text = text(line, charset);
            int colon = text.indexOf(':');
            if (last != null && (text.charAt(0) == ' ' || text.charAt(0) == '\t')) {
                fields.merge(last, text, String::concat);
            } else if (colon > 0) {
                last = text.substring(0, colon).strip();
                fields.putIfAbsent(last, text.substring(colon + 1).strip());
            }
        }
        return of(fields);
    }

    private static PartHeader of(TreeMap<String, String> fields) {
        var disposition = HeaderParameters.of(fields.getOrDefault("Content-Disposition", ""));
        var type = HeaderParameters.of(fields.getOrDefault("Content-Type", ""));
        String name = disposition.get("name");
        if (name != null && name.length() > FormFields.LONGEST_NAME) {
            throw FormRefusedException.tooLarge("The form");
        }
        String encoding = fields.getOrDefault("Content-Transfer-Encoding", "binary");
        return new PartHeader(
                name,
                disposition.get("filename"),
                Optional.ofNullable(type.get("charset")).map(FormFields::charset),
                encoding.toLowerCase(Locale.ROOT).strip());
    }

    /** The content as it was; browsers encode nothing, some programs of old do. */
    InputStream decoded(InputStream content) {
        return switch (encoding) {
            case "7bit", "8bit", "binary" -> content;
            case "base64" -> Base64.getMimeDecoder().wrap(content);
            default ->
                throw FormRefusedException.malformed(
                        "A part of the form is encoded in a way that is not known here", null);
        };
    }

    private static byte[] line(Bytes bytes, int room) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = bytes.next(); next != '\n'; next = bytes.next()) {
            if (line.size() >= room) {
                throw FormRefusedException.tooLarge("The form");
            }
            line.write(next);
        }
        byte[] whole = line.toByteArray();
        boolean returned = whole.length > 0 && whole[whole.length - 1] == '\r';
        return returned ? java.util.Arrays.copyOf(whole, whole.length - 1) : whole;
    }

    // Browsers write names in the charset of the form, whatever the header's own rules are.
    private static String text(byte[] line, Charset charset) {
        try {
            return PercentEncoding.text(line, charset);
        } catch (CharacterCodingException other) {
            throw FormRefusedException.malformed(
                    "A name in the form is not in " + charset + " or " + StandardCharsets.UTF_8, other);
        }
    }
}
