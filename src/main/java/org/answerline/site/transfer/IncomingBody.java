package org.answerline.site.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerline.platform.observability.Log;

/** A body that is received without a waiting thread. When it is complete the request is dispatched. */
final class IncomingBody implements ReadListener, AsyncListener, SlowTransfers.Transfer {
    /** A client reads a refusal only after it has sent its body, so up to this number of excess bytes is read and discarded. */
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
    private final LibertyRequestState state;
    private final AtomicBoolean dispatched = new AtomicBoolean();
    private final SendingPace pace = new SendingPace(System.nanoTime());
    private boolean over;
    private volatile boolean gone;
    private volatile int refusal;

    /**
     * Must be called in the request's thread.
     *
     * @param length the length of the body in bytes; -1 if only the server's report ends it
     */
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
        this.state = LibertyRequestState.current(context.getRequest());
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

    /** The status with which the request has to be refused; 0 for none. */
    int refusal() {
        return refusal;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        byte[] buffer = new byte[BUFFER];
        // Not isFinished: on Payara it is true as soon as all bytes have arrived, read or not. Nor isReady when all
        // are here: it makes Payara read on and, when the client closes its side, end the request while it is being
        // dispatched.
        while (!over && in.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            body.add(buffer, read);
            pace.arrived(read, System.nanoTime());
            if (body.received() == length) {
                end();
            } else if (isTooSlow(System.nanoTime())) {
                goOn(408);
            } else if (body.received() > body.kept() + PASSED_OVER) {
                goOn(body.isCrowdedOut() ? 503 : 413);
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() throws IOException {
        if (!over) {
            end();
        }
    }

    private void end() throws IOException {
        body.end();
        goOn(body.isCrowdedOut() ? 503 : 0);
    }

    @Override
    public boolean isTooSlow(long now) {
        return pace.isTooSlow(now);
    }

    @Override
    public void expire() {
        goOn(408);
    }

    /** The client has closed the connection, or the disk is full: nothing useful can be answered. */
    @Override
    public void onError(Throwable failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        LOG.log(Level.DEBUG, "A body did not arrive completely", failure);
        done();
        afterReturn.run(context, this::complete);
    }

    private void complete() {
        try {
            state.run(context::complete);
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
            state.run(context::dispatch);
        } catch (IllegalStateException overAlready) {
            done();
        }
    }

    /** Releases the body; called when the request has ended. */
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
     * The client has disconnected: no time-out is set on the request, and Payara reports a closed connection as one. It ends the request
     * itself and reuses the request's objects for the next one, so they must not be used any more.
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
        // a new asynchronous cycle of the request is not handled here
    }
}
