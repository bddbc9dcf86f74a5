package org.answerline.site.form;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A form with files as a browser sends it, read part by part as it comes.
 *
 * <p>The servers each have a reader of their own that has to be set up in its own way; this one behaves alike on all. It takes what
 * senders other than browsers write as well: a preamble and an epilogue, blanks after a boundary, lines that end without carriage return.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046, multipart</a>
 */
final class MultipartBody {
    private static final int LONGEST_BOUNDARY = 70;
    private static final int LONGEST_PADDING = 64;
    private static final int WINDOW = 16 * 1024;
    private static final int DASH = '-';

    private final InputStream in;
    private final byte[] boundary;
    private final byte[] window = new byte[WINDOW];
    private int from;
    private int to;
    private boolean lineBegins = true;
    private boolean closed;
    private boolean atDelimiter;
    private PartHeader header;

    MultipartBody(InputStream in, String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw FormRefusedException.malformed("The form has no boundary, or too long a one", null);
        }
        this.in = in;
        this.boundary = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Goes on to the next part; what was not read of the one before is passed over. False after the last. */
    boolean next(Charset charset) throws IOException {
        new Part().transferTo(OutputStream.nullOutputStream());
        if (closed) {
            return false;
        }
        atDelimiter = false;
        header = PartHeader.read(this::headerByte, charset);
        lineBegins = true;
        return true;
    }

    /** What is said of the part. */
    PartHeader header() {
        return header;
    }

    /** The part's content, as it was before it was encoded for its transfer. */
    InputStream content() {
        return header.decoded(new Part());
    }

    private int headerByte() throws IOException {
        if (!has(1)) {
            throw new EOFException("The form does not end");
        }
        return window[from++] & 0xFF;
    }

    /** Whether there are so many bytes from here, which are read if they have to be. */
    private boolean has(int count) throws IOException {
        while (to - from < count) {
            if (from > 0) {
                System.arraycopy(window, from, window, 0, to - from);
                to -= from;
                from = 0;
            }
            int read = in.read(window, to, window.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }

    private int at(int offset) {
        return window[from + offset] & 0xFF;
    }

    /** Length of the delimiter that begins here, with the line end before it; 0 when none does. */
    private int delimiter() throws IOException {
        int start = lineEnd(0);
        if (start == 0 && !lineBegins || !has(start + boundary.length)) {
            return 0;
        }
        for (int i = 0; i < boundary.length; i++) {
            if (window[from + start + i] != boundary[i]) {
                return 0;
            }
        }
        return delimiterEnd(start + boundary.length);
    }

    private int delimiterEnd(int afterBoundary) throws IOException {
        if (has(afterBoundary + 2) && at(afterBoundary) == DASH && at(afterBoundary + 1) == DASH) {
            closed = true;
            return afterBoundary + 2;
        }
        int end = afterBoundary;
        while (end - afterBoundary < LONGEST_PADDING && has(end + 1) && (at(end) == ' ' || at(end) == '\t')) {
            end++;
        }
        int line = lineEnd(end);
        return line == 0 ? 0 : end + line;
    }

    /** Length of the line end at an offset: 2, 1 for a line feed alone, or 0. */
    private int lineEnd(int offset) throws IOException {
        if (has(offset + 1) && at(offset) == '\n') {
            return 1;
        }
        return has(offset + 2) && at(offset) == '\r' && at(offset + 1) == '\n' ? 2 : 0;
    }

    /** Ends at the next delimiter. */
    private final class Part extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (atDelimiter || closed) {
                return -1;
            }
            int given = 0;
            while (given < length && !ends()) {
                lineBegins = false;
                int count = plain(length - given);
                System.arraycopy(window, from, into, offset + given, count);
                from += count;
                given += count;
            }
            return given == 0 ? -1 : given;
        }

        /** Goes over the delimiter if there is one here. */
        private boolean ends() throws IOException {
            int delimiter = delimiter();
            if (delimiter == 0 && !has(1)) {
                throw new EOFException("The form does not end");
            }
            from += delimiter;
            atDelimiter = delimiter > 0;
            return atDelimiter;
        }

        /** How many bytes belong to the content for certain: up to the next that may begin a line end. */
        private int plain(int most) {
            int count = 1;
            while (count < most && from + count < to && at(count) != '\r' && at(count) != '\n') {
                count++;
            }
            return count;
        }
    }
}
