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
import java.util.Optional;

/** The received body of a request: a small one in memory, a larger one in a temporary file until the request has ended. */
public final class StoredBody implements AutoCloseable {
    private static final int IN_MEMORY = 32 * 1024;
    private static final String ATTRIBUTE = StoredBody.class.getName();

    private final long most;
    private final Optional<BodySpace.Share> space;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream toFile;
    private long kept;
    private long received;
    private long reserved;
    private boolean crowdedOut;
    private boolean closed;

    /**
     * Creates an empty body.
     *
     * @param most the number of bytes that are kept; further bytes are only counted
     * @param space from where the temporary file takes its space; empty for a sender whose files are limited elsewhere
     */
    StoredBody(long most, Optional<BodySpace.Share> space) {
        this.most = most;
        this.space = space;
    }

    /** Whether this request's body exceeded the limit, so that the kept part is incomplete. */
    public static boolean isCut(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof StoredBody body && body.received > body.kept;
    }

    void belongTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Adds what has arrived; if there is no space for it, nothing of the body is kept any more. */
    synchronized void add(byte[] bytes, int length) throws IOException {
        if (closed) {
            throw new IOException("The request is over");
        }
        received += length;
        int fitting = (int) Math.min(length, most - kept);
        if (!crowdedOut && kept + fitting > IN_MEMORY && !hasSpace(kept + fitting)) {
            crowdedOut = true;
            kept = 0;
            discard();
        }
        if (crowdedOut) {
            return;
        }
        if (memory != null && kept + fitting > IN_MEMORY) {
            spill();
        }
        (memory == null ? toFile : memory).write(bytes, 0, fitting);
        kept += fitting;
    }

    private boolean hasSpace(long size) {
        long more = size - reserved;
        if (space.isPresent() && !space.get().take(reserved, more)) {
            return false;
        }
        reserved = size;
        return true;
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

    /** Whether nothing was kept because other bodies had taken the space. */
    boolean isCrowdedOut() {
        return crowdedOut;
    }

    /** Marks the body as complete. */
    synchronized void end() throws IOException {
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
    public synchronized void close() throws IOException {
        closed = true;
        discard();
    }

    private void discard() throws IOException {
        long freed = reserved;
        reserved = 0;
        space.ifPresent(common -> common.free(freed));
        end();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
