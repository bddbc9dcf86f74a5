package org.answerline.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A content from Telegram that has to come whole, in time: one that stops half-way ends with an exception, whoever waits for it.
 *
 * <p>HttpClient's own time-out ends with the headers, and without a Content-Length a connection that broke looks like the end.
 */
final class WholeInTime extends FilterInputStream {

    private final InputStream content;
    private final Duration silence;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private final long expected;
    private long received;

    /**
     * Begins the time.
     *
     * @param expected how many bytes have to come, 0 when nobody knows
     * @param silence how long nothing may come
     * @param patience how long all of it may take
     */
    WholeInTime(InputStream content, long expected, Duration silence, Duration patience) {
        super(content);
        this.content = content;
        this.expected = expected;
        this.silence = silence;
        endAfter(patience, whole);
    }

    /** Ends the reading unless this is completed in time. */
    private CompletableFuture<Void> endAfter(Duration time, CompletableFuture<Void> unless) {
        unless.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, late) -> {
            if (late != null) {
                whole.completeExceptionally(late);
                closeQuietly(content);
            }
        });
        return unless;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = inTime(to, offset, length);
        received += Math.max(0, count);
        if (count < 0 && received < expected) {
            throw new IOException("only " + received + " of " + expected + " bytes came");
        }
        return count;
    }

    private int inTime(byte[] to, int offset, int length) throws IOException {
        int count;
        CompletableFuture<Void> something = endAfter(silence, new CompletableFuture<>());
        try {
            count = super.read(to, offset, length);
        } catch (IOException broken) {
            throw whole.isCompletedExceptionally() ? late() : broken;
        } finally {
            something.complete(null);
        }
        if (whole.isCompletedExceptionally()) {
            throw late();
        }
        return count;
    }

    private static IOException late() {
        return new HttpTimeoutException("the content did not come whole in time");
    }

    /** What was not read is not counted. */
    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("skip");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        whole.complete(null);
        super.close();
    }

    private static void closeQuietly(InputStream content) {
        try {
            content.close();
        } catch (IOException alreadyBroken) {
            // Its reader learns it all the same.
        }
    }
}
