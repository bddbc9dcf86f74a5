package org.answerline.telegram.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A body that has to come whole within a time; one that ends early or trickles ends with an exception.
 *
 * <p>The transport ends a single read that waits too long; it neither limits the time of all reads together, nor notices, without a
 * Content-Length, that a connection broke before the end.
 */
final class TimedInputStream extends FilterInputStream {

    private final long expected;
    private final long startedAt = System.nanoTime();
    private final Duration patience;
    private long received;

    /**
     * Starts the time.
     *
     * @param expected how many bytes have to come; 0 if unknown
     * @param patience how long all of them may take
     */
    TimedInputStream(InputStream body, long expected, Duration patience) {
        super(body);
        this.expected = expected;
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = super.read(to, offset, length);
        received += Math.max(0, count);
        if (count < 0 && received < expected) {
            throw new IOException("only " + received + " of " + expected + " bytes came");
        }
        if (System.nanoTime() - startedAt > patience.toNanos()) {
            throw new SocketTimeoutException("the body did not come whole in " + patience);
        }
        return count;
    }

    /** Not supported, because what is not read would not be counted. */
    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("skip");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
