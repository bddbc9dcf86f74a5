package org.answerline.site.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be sent after the head of an answer, as soon as the resource has returned; see {@link DownloadFilter}.
 *
 * @param content the content to read from
 * @param from the position of the first byte to send, counted from 0
 * @param to the position after the last byte
 */
public record Download(Content content, long from, long to) {
    private static final String ATTRIBUTE = Download.class.getName();

    /** Writes a content that is generated for one request. */
    @FunctionalInterface
    public interface Writer {
        /** Writes the whole content. */
        void write(OutputStream out) throws IOException;
    }

    /** The content of a file that is deleted after it has been sent. */
    private record TemporaryFile(Path file) implements Content {
        @Override
        public byte[] read(long from, int most) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                var piece = ByteBuffer.allocate(most);
                channel.read(piece, from);
                return Arrays.copyOf(piece.array(), piece.position());
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Writes the content into a temporary file now, and sends it afterwards as fast as the client accepts it. */
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

    /** Attaches the download to the response of this request, which must have no other body. */
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
