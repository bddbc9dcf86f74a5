package org.answerline.site.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One open response. Events for it are queued, and the caller goes on; what the network does not take at once leaves when
 * the server says that it would. A reader that takes nothing is let go; one that reads comes again from where it was.
 */
final class EventStream implements WriteListener, AsyncListener {

    /** The longest queue of events: more than a whole resumption; a client that is this far behind does not read. */
    private static final int LONGEST_LINE = 300;

    /**
     * The most bytes of one stream: more than a whole resumption. The server may buffer megabytes for a client that does not read, so
     * every stream that has written this much is closed; a client that reads reconnects and misses nothing.
     */
    private static final int LARGEST = 4_000_000;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<EventStream> whenOver;
    private final String session;
    private volatile long endsAt;
    private final Queue<byte[]> line = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inLine = new AtomicInteger();

    private final AtomicLong volume = new AtomicLong();

    /** Above zero while a thread writes; other threads increment it instead of waiting. */
    private final AtomicInteger wishes = new AtomicInteger();

    private volatile boolean writable;
    private volatile boolean ending;
    private volatile boolean broken;
    private boolean flushed = true;
    private boolean over;
    private boolean late;
    private long beatsAt;

    /** Times are seconds of {@link System#nanoTime()}. */
    EventStream(AsyncContext context, String session, long endsAt, Consumer<EventStream> whenOver) throws IOException {
        this.context = context;
        this.session = session;
        this.endsAt = endsAt;
        this.whenOver = whenOver;
        this.out = context.getResponse().getOutputStream();
    }

    /** The beginning of the response is flushed at once: Open Liberty would keep it until the next write. */
    void open() throws IOException {
        context.setTimeout(0);
        context.addListener(this);
        context.getResponse().flushBuffer();
        out.setWriteListener(this);
    }

    boolean belongsTo(String otherSession) {
        return session.equals(otherSession);
    }

    void send(byte[] event) {
        if (inLine.incrementAndGet() > LONGEST_LINE) {
            broken = true;
        } else {
            line.add(event);
            if (volume.addAndGet(event.length) > LARGEST) {
                ending = true;
            }
        }
        write();
    }

    /** Called about every second by one thread: sends heartbeats, and closes the stream at its end time. */
    void beat(long now, long every) {
        if (now >= endsAt) {
            end();
        }
        if (now < beatsAt) {
            return;
        }
        beatsAt = now + every;
        boolean behind = !line.isEmpty();
        if (behind && late) {
            breakOff();
        } else if (!behind) {
            send(ServerSentEvent.heartbeat());
        }
        late = behind;
    }

    /** Closes it at this time at the latest, in seconds of {@link System#nanoTime()}. */
    void endBy(long time) {
        endsAt = Math.min(endsAt, time);
    }

    /** Closes it after the queued events are written. */
    void end() {
        ending = true;
        write();
    }

    /** Writes queued events. Only one thread writes at a time, and it waits neither for the network nor for another thread. */
    private void write() {
        if (wishes.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            writeWhatFits();
            seen = wishes.addAndGet(-seen);
        }
    }

    private void writeWhatFits() {
        if (over) {
            return;
        }
        try {
            while (!broken && writable && out.isReady() && writeNext()) {
                // write the next one
            }
        } catch (IOException | IllegalStateException gone) {
            broken = true;
        }
        if (broken || ending && line.isEmpty() && flushed) {
            finish();
        }
    }

    /** Whether there was anything to write. */
    private boolean writeNext() throws IOException {
        byte[] next = line.poll();
        if (next != null) {
            inLine.decrementAndGet();
            out.write(next);
            flushed = false;
            return true;
        }
        if (!flushed) {
            out.flush();
            flushed = true;
            return true;
        }
        return false;
    }

    private void finish() {
        over = true;
        whenOver.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException completedByTheServer) {
            // the connection is closed already
        }
    }

    /** Closes it at once and discards queued events. */
    void breakOff() {
        broken = true;
        write();
    }

    @Override
    public void onWritePossible() {
        writable = true;
        write();
    }

    @Override
    public void onError(Throwable gone) {
        breakOff();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        breakOff();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        breakOff();
    }

    @Override
    public void onError(AsyncEvent event) {
        breakOff();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // asynchronous mode is started only once
    }
}
