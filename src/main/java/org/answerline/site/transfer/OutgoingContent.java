package org.answerline.site.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;

/** A content that is being sent: a piece is read when the connection accepts one, and no thread waits for that. */
final class OutgoingContent implements WriteListener, AsyncListener, SlowTransfers.Transfer {
    private static final Logger LOG = Log.of(OutgoingContent.class);

    /** The longest time without any progress, in seconds. */
    private static final long PATIENCE = 60;

    private static final int PIECE = 32 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Download download;
    private final SlowTransfers slow;
    private final AfterReturn afterReturn;
    private final LibertyRequestState state;
    private volatile long movedAt = System.nanoTime();
    private long at;
    private boolean over;

    /** Must be called in the request's thread. */
    OutgoingContent(AsyncContext context, Download download, SlowTransfers slow, AfterReturn afterReturn)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.download = download;
        this.slow = slow;
        this.afterReturn = afterReturn;
        this.state = LibertyRequestState.current(context.getRequest());
        this.at = download.from();
    }

    void begin() {
        context.setTimeout(0);
        context.addListener(this);
        slow.add(this);
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        try {
            while (!over && out.isReady()) {
                if (at >= download.to()) {
                    end();
                    return;
                }
                byte[] piece = download.content().read(at, (int) Math.min(PIECE, download.to() - at));
                at += piece.length;
                movedAt = System.nanoTime();
                out.write(piece);
            }
        } catch (RuntimeException failure) {
            // The head has been sent, so no error can be reported: the client notices that bytes are missing.
            logUnread(failure);
            end();
        }
    }

    // An unavailable database is not a fault of the program and needs no stack trace.
    private static void logUnread(RuntimeException failure) {
        if (DatabaseUnavailable.causes(failure)) {
            LOG.log(Level.WARNING, "A download was broken off: the database is unavailable");
        } else {
            LOG.log(Level.WARNING, "A download was broken off: its content could not be read", failure);
        }
    }

    @Override
    public boolean isTooSlow(long now) {
        return now - movedAt > TimeUnit.SECONDS.toNanos(PATIENCE);
    }

    @Override
    public synchronized void expire() {
        end();
    }

    @Override
    public synchronized void onError(Throwable gone) {
        end();
    }

    private void end() {
        if (close()) {
            afterReturn.run(context, this::complete);
        }
    }

    /** Closes the content; true if it was open. */
    private boolean close() {
        if (over) {
            return false;
        }
        over = true;
        slow.remove(this);
        try {
            download.content().close();
        } catch (IOException unclosable) {
            LOG.log(Level.DEBUG, "A content could not be closed", unclosable);
        }
        return true;
    }

    private void complete() {
        try {
            state.run(context::complete);
        } catch (IllegalStateException ended) {
            LOG.log(Level.DEBUG, "A transfer has ended by itself", ended);
        }
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        close();
    }

    /** The client has disconnected: no time-out is set, but Payara reports a closed connection as one, and ends the request itself. */
    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // asynchronous mode is started only once
    }
}
