package org.answerline.site.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerline.platform.observability.Log;

/** A body that is being received, without a thread that waits for it. When it is here the request goes its usual way. */
final class IncomingBody implements ReadListener, AsyncListener, SlowTransfers.Transfer {
    /** So long a body may take in any case, in seconds. */
    private static final long PATIENCE = 30;

    /** Longer only if it comes as fast as this, in bytes a second: a telephone with bad reception sends faster. */
    private static final long SLOWEST = 4 * 1024;

    /** A sender hears of a refusal only when it may send to the end, so that much of a body that is too large is passed over. */
    private static final long PASSED_OVER = 64L << 20;

    private static final int BUFFER = 8 * 1024;

    private static final Logger LOG = Log.of(IncomingBody.class);

    private final AsyncContext context;
    private final ServletInputStream in;
    private final StoredBody body;
    private final long length;
    private final SlowTransfers slow;
    private final Dispatches dispatches;
    private final AfterReturn afterReturn;
    private final AtomicBoolean dispatched = new AtomicBoolean();
    private final long since = System.nanoTime();
    private boolean over;
    private volatile boolean gone;
    private volatile int refusal;

    /** @param length of the body in bytes as its sender announced it; -1 if it did not */
    IncomingBody(
            AsyncContext context,
            ServletInputStream in,
            StoredBody body,
            long length,
            SlowTransfers slow,
            Dispatches dispatches,
            AfterReturn afterReturn) {
        this.context = context;
        this.in = in;
        this.body = body;
        this.length = length;
        this.slow = slow;
        this.dispatches = dispatches;
        this.afterReturn = afterReturn;
    }

    void begin() {
        context.setTimeout(0);
        context.addListener(this);
        slow.add(this);
        in.setReadListener(this);
    }

    /** Reads a body while the thread waits for it; returns the status by which the request has to be refused, 0 for none. */
    static int readAll(ServletInputStream in, StoredBody body) throws IOException {
        long since = System.nanoTime();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            body.add(buffer, read);
            if (isTooSlow(since, body, System.nanoTime())) {
                return 408;
            }
            if (isTooLarge(body)) {
                return 413;
            }
        }
        body.end();
        return 0;
    }

    private static boolean isTooSlow(long since, StoredBody body, long now) {
        return now - since > TimeUnit.SECONDS.toNanos(PATIENCE + body.received() / SLOWEST);
    }

    private static boolean isTooLarge(StoredBody body) {
        return body.received() > body.kept() + PASSED_OVER;
    }

    StoredBody body() {
        return body;
    }

    /** The status by which the request has to be refused; 0 for none. */
    int refusal() {
        return refusal;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        byte[] buffer = new byte[BUFFER];
        // Not isFinished: on Payara it is true as soon as all has come, read or not. Nor isReady when all is here: it
        // makes
        // Payara read on and, when the sender closes its side, end the request while it is being dispatched.
        while (!over && in.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            body.add(buffer, read);
            if (body.received() == length) {
                body.end();
                goOn(0);
            } else if (isTooSlow(System.nanoTime())) {
                goOn(408);
            } else if (isTooLarge(body)) {
                goOn(413);
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() throws IOException {
        if (!over) {
            body.end();
            goOn(0);
        }
    }

    @Override
    public boolean isTooSlow(long now) {
        return isTooSlow(since, body, now);
    }

    @Override
    public void expire() {
        goOn(408);
    }

    /** The sender is gone, or the disk is full: nobody is there to hear of it, or it is better not said. */
    @Override
    public void onError(Throwable failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        LOG.log(Level.DEBUG, "A body did not come whole", failure);
        done();
        afterReturn.run(context, this::complete);
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException overAlready) {
            LOG.log(Level.DEBUG, "The request is over already", overAlready);
        }
    }

    private synchronized void goOn(int status) {
        if (over) {
            return;
        }
        over = true;
        refusal = status;
        slow.remove(this);
        afterReturn.run(context, () -> dispatches.begin(this::dispatch));
    }

    private void dispatch() {
        dispatched.set(true);
        if (gone) {
            done();
            return;
        }
        try {
            context.dispatch();
        } catch (IllegalStateException overAlready) {
            done();
        }
    }

    /** The request is over, in whatever way. */
    void done() {
        slow.remove(this);
        if (dispatched.compareAndSet(true, false)) {
            dispatches.end();
        }
        try {
            body.close();
        } catch (IOException undeletable) {
            LOG.log(Level.WARNING, "A temporary file cannot be deleted", undeletable);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        done();
    }

    /**
     * The sender is gone: it has no time limit but its own, and Payara reports a closed connection as a time-out. Payara ends the request
     * itself, and the request's objects serve the next one from then on, so that nothing may be done with them any more.
     */
    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        gone = true;
        if (!over) {
            over = true;
            done();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        done();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // What the request does next is its own matter.
    }
}
