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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.answerline.delivery.schedule.ChatScan;
import org.answerline.delivery.schedule.WokenChats;
import org.answerline.delivery.send.BatchContext;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.send.TelegramCircuitBreaker;
import org.answerline.delivery.send.TelegramSender;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.LogContext;

/**
 * Sends what is in the outbox: claims, sends and records, woken when something is put in, and once a second for what waited or was left
 * by a node that died.
 *
 * <p>A chat's queue has at most one worker, so a chat is sent to in order; different chats are sent to at the same time.
 */
@ApplicationScoped
public class OutboxDispatcher {

    private static final Logger LOG = Log.of(OutboxDispatcher.class);
    private static final String HEARTBEAT = "outbox-dispatcher";
    private static final int MAX_CHATS = 32;
    private static final long PAUSE_SECONDS = 1;
    private static final Duration CIRCUIT_OPEN_PAUSE = Duration.ofMillis(100);
    private static final long SHUTDOWN_SECONDS = 10;

    /** The name of this node's worker in the database. */
    private final String worker = UUID.randomUUID().toString();

    private final Semaphore work = new Semaphore(0);
    private final Set<Long> claimed = ConcurrentHashMap.newKeySet();
    private final ChatScan scan = new ChatScan(OutboxStore.LONGEST_SLEEP, System::nanoTime);
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
    private WokenChats wokenChats;

    @Inject
    private TelegramCircuitBreaker circuitBreaker;

    @Inject
    private BatchContext context;

    @Inject
    private Heartbeats heartbeats;

    /** When the leases were renewed last, by the machine's monotonic clock. */
    private long renewed = System.nanoTime();

    /** Whether nothing can be claimed before the sleep is over or a chat is done, so that what comes in need not wake it. */
    private volatile boolean isExhausted;

    private ExecutorService pool;

    /** Begins to send; called when the application is up. */
    public synchronized void start() {
        if (pool == null) {
            pool = Executors.newCachedThreadPool(threads);
            pool.execute(this::run);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        if (filled.isNew()) {
            LogContext.Scope message = BatchContext.message(filled.supportMessageId());
            LOG.log(Level.INFO, "Put into the outbox");
            message.end();
        }
        boolean isDue = wokenChats.wakeAfterPause(filled.chatId());
        if (isDue && !isExhausted && !claimed.contains(filled.chatId())) {
            work.release();
        }
    }

    private void run() {
        while (!isStopping()) {
            heartbeats.beat(HEARTBEAT);
            try {
                work.drainPermits();
                work.tryAcquire(claimAndSend().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                return;
            } catch (Exception unavailable) {
                LOG.log(Level.WARNING, () -> "The outbox cannot be read; trying again: " + unavailable);
                waitForDatabase();
            }
        }
    }

    /**
     * Claims nothing in the first moments after the database is back: every node first records the results it has, though its leases
     * ended meanwhile, and nothing is sent a second time.
     */
    private void waitForDatabase() {
        boolean isUnavailable = true;
        while (isUnavailable && !pause()) {
            heartbeats.beat(HEARTBEAT);
            try {
                outboxStore.renew(worker, Set.copyOf(claimed));
                outboxStore.search(scan);
                isUnavailable = false;
            } catch (Exception again) {
                LOG.log(Level.DEBUG, () -> "The outbox cannot be read yet: " + again);
            }
        }
        pause();
        pause();
    }

    /** Returns how long to sleep unless woken. */
    private Duration claimAndSend() {
        isExhausted = false;
        lookAround();
        int most = circuitBreaker.allowance(MAX_CHATS - claimed.size());
        OutboxStore.Claim claim = outboxStore.claim(worker, Set.copyOf(claimed), most);
        for (SendBatch batch : claim.batches()) {
            claimed.add(batch.chatId());
            pool.execute(() -> deliver(batch));
        }
        isExhausted = claim.isExhausted();
        if (most == 0 && claimed.isEmpty()) {
            return CIRCUIT_OPEN_PAUSE;
        }
        boolean isSearchFirst = wokenChats.hasRoom() && scan.untilDue().compareTo(claim.nextClaim()) < 0;
        return isSearchFirst ? scan.untilDue() : claim.nextClaim();
    }

    /** Once a second: leases are renewed, and the outbox is searched for what nobody has told this node of. */
    private void lookAround() {
        if (System.nanoTime() - renewed >= OutboxStore.LONGEST_SLEEP.toNanos()) {
            outboxStore.renew(worker, Set.copyOf(claimed));
            renewed = System.nanoTime();
        }
        if (scan.untilDue().isZero() && wokenChats.hasRoom()) {
            outboxStore.search(scan);
        }
    }

    /** Sends a batch, and those that wait behind it as long as no other chat needs the worker. */
    private void deliver(SendBatch batch) {
        try {
            Optional<SendBatch> next = Optional.of(batch);
            while (next.isPresent()) {
                SendBatch one = next.get();
                next = context.within(one, () -> sendAndRecord(one));
            }
        } finally {
            claimed.remove(batch.chatId());
            work.release();
        }
    }

    private Optional<SendBatch> sendAndRecord(SendBatch batch) {
        SendResult result = sender.send(batch);
        boolean isToGoOn = result instanceof SendResult.Sent
                && !isStopping()
                && circuitBreaker.allowance(MAX_CHATS - claimed.size()) > 0;
        return recorder.record(batch, result, worker, isToGoOn, () -> isStopping() || pause());
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits a moment; returns whether it is time to stop. */
    private boolean pause() {
        try {
            return stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets the batches that are being sent finish, so that a planned stop causes no repetition. */
    @PreDestroy
    void stop() {
        stopping.countDown();
        heartbeats.end(HEARTBEAT);
        work.release();
        if (pool == null) {
            return;
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
