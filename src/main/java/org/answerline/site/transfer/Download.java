package org.answerline.site.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be sent after the head of an answer, as soon as whoever made the answer has returned; see {@link DownloadFilter}.
 *
 * @param content where it is read from
 * @param from the first byte to send, counted from 0
 * @param to the byte after the last
 */
public record Download(Content content, long from, long to) {
    private static final String ATTRIBUTE = Download.class.getName();

    /** Writes a content that is made for one reader. */
    @FunctionalInterface
    public interface Writer {
        /** Writes all of it. */
        void write(OutputStream out) throws IOException;
    }

    /** A content that is written now, into a temporary file, and sent afterwards as fast as its reader takes it. */
    public static Download written(Writer writer) throws IOException {
        Path file = Files.createTempFile("answerline-", ".download");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writer.write(out);
            out.flush();
            return new Download(new TemporaryFile(file), 0, Files.size(file));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** Lets it follow the answer to this request, which must have no other body. */
    public void follow(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Download> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Download download ? Optional.of(download) : Optional.empty();
    }

    long length() {
        return to - from;
    }
}
