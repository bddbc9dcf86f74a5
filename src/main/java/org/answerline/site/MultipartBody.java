package org.answerline.site;

import jakarta.ws.rs.BadRequestException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files as a browser sends it, read part by part as it comes.
 *
 * <p>The servers each have a reader of their own that has to be set up in its own way; this one behaves alike on all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartBody {
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int DASH = '-';

    private final InputStream in;
    private final byte[] delimiter;
    private Part part;
    private String name;
    private String fileName;

    MultipartBody(InputStream in, String boundary) throws IOException {
        this.in = new BufferedInputStream(in);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line end before it.
        part = new Part(2);
    }

    /** Goes on to the next part; what was not read of the one before is passed over. False after the last. */
    boolean next() throws IOException {
        part.transferTo(OutputStream.nullOutputStream());
        int first = in.read();
        int second = in.read();
        if (first == DASH && second == DASH) {
            return false;
        }
        if (first < 0 || second < 0) {
            throw new BadRequestException("the form does not end");
        }
        readHeader();
        part = new Part(0);
        return true;
    }

    /** The field it belongs to. */
    String name() {
        return name;
    }

    /** The name of a file as the sender gave it; null for a part that is no file. */
    String fileName() {
        return fileName;
    }

    InputStream content() {
        return part;
    }

    private void readHeader() throws IOException {
        var header = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0 || header.size() > LONGEST_HEADER) {
                throw new BadRequestException("the head of a part does not end");
            }
            header.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            if (header.size() == 2 && ends == 1) {
                break;
            }
        }
        String text = header.toString(StandardCharsets.UTF_8);
        name = found(NAME, text);
        fileName = found(FILE_NAME, text);
    }

    private static String found(Pattern pattern, String header) {
        Matcher value = pattern.matcher(header);
        // Browsers write these three characters so: https://html.spec.whatwg.org/#multipart-form-data
        return value.find()
                ? value.group(1).replace("%22", "\"").replace("%0D", "").replace("%0A", "")
                : null;
    }

    /** Ends at the delimiter. A line end occurs only at its beginning, so a comparison that fails begins anew with the last byte. */
    private final class Part extends InputStream {
        private int matched;
        private int held;
        private int heldAt;
        private int after = -1;
        private boolean ended;

        Part(int matched) {
            this.matched = matched;
        }

        @Override
        public int read() throws IOException {
            while (true) {
                if (heldAt < held) {
                    return delimiter[heldAt++] & 0xFF;
                }
                if (after >= 0) {
                    int plain = after;
                    after = -1;
                    return plain;
                }
                if (ended) {
                    return -1;
                }
                match();
            }
        }

        private void match() throws IOException {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the form does not end");
            }
            if (next == (delimiter[matched] & 0xFF)) {
                matched++;
                ended = matched == delimiter.length;
                return;
            }
            held = matched;
            heldAt = 0;
            matched = 0;
            if (next == delimiter[0]) {
                matched = 1;
            } else {
                after = next;
            }
        }
    }
}
