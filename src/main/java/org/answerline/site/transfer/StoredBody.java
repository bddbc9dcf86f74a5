package org.answerline.site.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The received body of a request: a small one in memory, a larger one in a temporary file until the request has ended. */
public final class StoredBody implements AutoCloseable {
    private static final int IN_MEMORY = 32 * 1024;
    private static final String ATTRIBUTE = StoredBody.class.getName();

    private final long most;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream toFile;
    private long kept;
    private long received;

    /**
     * Creates an empty body.
     *
     * @param most the number of bytes that are kept; further bytes are only counted
     */
    StoredBody(long most) {
        this.most = most;
    }

    /** Whether this request's body exceeded the limit, so that the kept part is incomplete. */
    public static boolean isCut(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof StoredBody body && body.received > body.kept;
    }

    void belongTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    void add(byte[] bytes, int length) throws IOException {
        received += length;
        int fitting = (int) Math.min(length, most - kept);
        if (memory != null && kept + fitting > IN_MEMORY) {
            spill();
        }
        (memory == null ? toFile : memory).write(bytes, 0, fitting);
        kept += fitting;
    }

    private void spill() throws IOException {
        file = Files.createTempFile("answerline-", ".body");
        toFile = Files.newOutputStream(file);
        memory.writeTo(toFile);
        memory = null;
    }

    /** The number of bytes received, kept or not. */
    long received() {
        return received;
    }

    /** The number of bytes kept. */
    long kept() {
        return kept;
    }

    /** Marks the body as complete. */
    void end() throws IOException {
        if (toFile != null) {
            toFile.close();
        }
    }

    InputStream open() {
        try {
            return memory == null ? Files.newInputStream(file) : new ByteArrayInputStream(memory.toByteArray());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() throws IOException {
        end();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
