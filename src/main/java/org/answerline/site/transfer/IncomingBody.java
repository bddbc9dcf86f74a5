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
import org.answerline.platform.Log;

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
    private final SlowTransfers slow;
    private final Dispatches dispatches;
    private final AtomicBoolean dispatched = new AtomicBoolean();
    private final long since = System.nanoTime();
    private boolean over;
    private volatile int refusal;

    IncomingBody(
            AsyncContext context, ServletInputStream in, StoredBody body, SlowTransfers slow, Dispatches dispatches) {
        this.context = context;
        this.in = in;
        this.body = body;
        this.slow = slow;
        this.dispatches = dispatches;
    }

    void begin() {
        context.setTimeout(0);
        context.addListener(this);
        slow.add(this);
        in.setReadListener(this);
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
        // Not isFinished: on Payara it is true as soon as all has come, read or not.
        while (!over && in.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            body.add(buffer, read);
            if (isTooSlow(System.nanoTime())) {
                goOn(408);
            } else if (body.received() > body.kept() + PASSED_OVER) {
                goOn(413);
            }
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        body.end();
        goOn(0);
    }

    @Override
    public boolean isTooSlow(long now) {
        return now - since > TimeUnit.SECONDS.toNanos(PATIENCE + body.received() / SLOWEST);
    }

    @Override
    public void expire() {
        goOn(408);
    }

    /** The sender is gone, or the disk is full: nobody is there to hear of it, or it is better not said. */
    @Override
    public synchronized void onError(Throwable failure) {
        if (over) {
            return;
        }
        over = true;
        LOG.log(Level.DEBUG, "A body did not come whole", failure);
        done();
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
        dispatches.begin(this::dispatch);
    }

    private void dispatch() {
        dispatched.set(true);
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

    @Override
    public void onTimeout(AsyncEvent event) {
        // It has no time limit but its own.
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
