package org.answerline.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.LogContext;
import org.answerline.platform.observability.Traces;

/**
 * Empties the outbox: woken when something was put in, and once a second for what waited or was left by a node that died.
 *
 * <p>A queue is in at most one pair of hands, so a chat is sent to in order; different chats are sent to side by side.
 */
@ApplicationScoped
public class OutboxDispatcher {

    private static final Logger LOG = Log.of(OutboxDispatcher.class);
    private static final String WORKER = "courier";
    private static final int HANDS = 32;
    private static final long LOOK_AGAIN_SECONDS = 1;
    private static final Duration HELD = Duration.ofMillis(100);
    private static final long FAREWELL_SECONDS = 10;

    private final String name = UUID.randomUUID().toString();
    private final Semaphore work = new Semaphore(0);
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final ChatScan round = new ChatScan(OutboxStore.LONGEST_SLEEP);
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private OutboxStore outboxStore;

    @Inject
    private TelegramSender sender;

    @Inject
    private ResultRecorder recorder;

    @Inject
    private PausedChats resting;

    @Inject
    private TelegramCircuitBreaker circuitBreaker;

    @Inject
    private Traces traces;

    @Inject
    private Heartbeats heartbeats;

    /** Nothing can be taken until a hand is free or the sleep is over, so that nobody needs to be woken for what comes in. */
    private volatile boolean busy;

    private ExecutorService pool;

    /** Begins to carry; called when the application is up. */
    public synchronized void start() {
        if (pool == null) {
            pool = Executors.newCachedThreadPool(threads);
            pool.execute(this::run);
        }
    }

    /** Deletes the history of what ended long ago. */
    public void forgetHistory() {
        outboxStore.forgetHistory();
    }

    /** Deletes what is known of chats that nothing waits for. */
    public void forgetIdleLanes() {
        outboxStore.forgetIdleLanes();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        if (filled.isNew()) {
            LogContext.Scope message = LogContext.with("message", named(filled.supportMessageId()));
            LOG.log(Level.INFO, "Put into the outbox");
            message.end();
        }
        if (!busy && !inHand.contains(filled.chatId()) && !resting.isPaused(filled.chatId())) {
            work.release();
        }
    }

    private void run() {
        while (!stopped()) {
            heartbeats.beat(WORKER);
            try {
                work.drainPermits();
                work.tryAcquire(takeAndCarry().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                return;
            } catch (Exception databaseAway) {
                LOG.log(Level.WARNING, () -> "The outbox cannot be read; trying again: " + databaseAway);
                waitForTheDatabase();
            }
        }
    }

    /**
     * Takes nothing in the first moments after the database is back: every node then enters what Telegram told it meanwhile, though
     * its leases ran out, and nobody sends again what was sent already.
     */
    private void waitForTheDatabase() {
        boolean away = true;
        while (away && !pause()) {
            heartbeats.beat(WORKER);
            try {
                outboxStore.take(name, Set.copyOf(inHand), 0, round);
                away = false;
            } catch (Exception stillAway) {
                LOG.log(Level.DEBUG, () -> "The outbox cannot be read yet: " + stillAway);
            }
        }
        pause();
        pause();
    }

    /** How long to sleep unless woken. */
    private Duration takeAndCarry() {
        busy = false;
        int free = circuitBreaker.allowance(HANDS - inHand.size());
        OutboxStore.Taken taken = outboxStore.take(name, Set.copyOf(inHand), free, round);
        for (SendBatch batch : taken.batches()) {
            inHand.add(batch.chatId());
            pool.execute(() -> deliver(batch));
        }
        busy = taken.outOfBreath();
        return free == 0 && inHand.isEmpty() ? HELD : resting.firstEnd(taken.lookAgain());
    }

    private void deliver(SendBatch batch) {
        try {
            Long message = batch.first().supportMessageId();
            logged(batch.ids(), message, () -> traced(batch));
        } finally {
            inHand.remove(batch.chatId());
            work.release();
        }
    }

    /** In the trace of the request that put it into the outbox; a bundle is in that of its first. */
    private void traced(SendBatch batch) {
        Map<String, String> attributes = Map.of(
                "answerline.delivery",
                batch.ids().toString(),
                "answerline.purpose",
                batch.purpose().name());
        traces.within(
                batch.first().traceparent(),
                "outbox deliver",
                attributes,
                () -> recorder.record(batch, sender.send(batch), name, () -> stopped() || pause()));
    }

    /** Whatever is logged meanwhile names what it is about. */
    private static void logged(List<Long> deliveries, Long supportMessageId, Runnable work) {
        String ids = deliveries.stream().map(String::valueOf).collect(Collectors.joining(","));
        LogContext.Scope delivery = LogContext.with("delivery", ids);
        LogContext.Scope message = LogContext.with("message", named(supportMessageId));
        try {
            work.run();
        } finally {
            message.end();
            delivery.end();
        }
    }

    private static Object named(Long supportMessageId) {
        return supportMessageId == null ? "none" : supportMessageId;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    /** Whether it is time to stop. */
    private boolean pause() {
        try {
            return stopping.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets what is under way finish, so that a planned stop causes no repetition. */
    @PreDestroy
    void stop() {
        stopping.countDown();
        heartbeats.end(WORKER);
        work.release();
        if (pool == null) {
            return;
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException impatient) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
