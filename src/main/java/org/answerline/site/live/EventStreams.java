package org.answerline.site.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.Metrics;

/** All open streams of this node by user; a few threads serve them. */
@ApplicationScoped
class EventStreams {

    private static final Logger LOG = Log.of(EventStreams.class);
    private static final String WORKER = "open-streams";
    private static final int READERS = 4;
    private static final int STREAMS_A_USER = 8;
    private static final long BEAT_SECONDS = 20;
    private static final long RENEWAL_SECONDS = 60;

    /** Each user's changes are looked up this often even without an event, because an event is lost if its node fails. */
    private static final long LOOK_ANYWAY_SECONDS = 300;

    private final Map<Long, UserStreams> audiences = new ConcurrentHashMap<>();
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    @Inject
    private ConversationChanges changes;

    @Inject
    private Metrics metrics;

    @Inject
    private Heartbeats heartbeats;

    @Inject
    private Settings settings;

    private ThreadPoolExecutor readers;
    private ScheduledThreadPoolExecutor clock;

    synchronized void start(ThreadFactory threads) {
        readers = new ThreadPoolExecutor(READERS, READERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
        readers.allowCoreThreadTimeOut(true);
        metrics.watch("answerline.streams", streams::size);
        clock = new ScheduledThreadPoolExecutor(1, threads);
        clock.scheduleWithFixedDelay(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    synchronized void stop() {
        if (clock != null) {
            heartbeats.end(WORKER);
            clock.shutdownNow();
            readers.shutdownNow();
        }
        streams.forEach(EventStream::end);
    }

    /** Whether this node accepts no further streams. */
    boolean isFull() {
        return clock == null || streams.size() >= settings.get(SiteSettings.STREAMS);
    }

    /**
     * Opens a stream and sends the current state.
     *
     * @param resumed the client's position before the connection broke
     * @throws IOException if the client has disconnected already
     */
    void join(long userId, EventStream stream, Optional<EventId> resumed) throws IOException {
        streams.add(stream);
        UserStreams userStreams = audiences.compute(userId, (id, known) -> {
            UserStreams all = known == null ? new UserStreams(id, changes) : known;
            all.add(stream);
            return all;
        });
        userStreams.endOldest(STREAMS_A_USER);
        userStreams.begin(stream, resumed);
        stream.open();
    }

    void leave(long userId, EventStream stream) {
        streams.remove(stream);
        audiences.computeIfPresent(userId, (id, userStreams) -> userStreams.remove(stream) ? null : userStreams);
    }

    void endSession(String session) {
        inOwnThread(() ->
                streams.stream().filter(stream -> stream.belongsTo(session)).forEach(EventStream::end));
    }

    /** Ends every stream of this user; pages that are still signed in reconnect and miss nothing. */
    void endAll(long userId) {
        inOwnThread(() -> {
            UserStreams userStreams = audiences.get(userId);
            if (userStreams != null) {
                userStreams.end();
            }
        });
    }

    /** Uses another thread: on Payara the request that signs out would end as well if it completed another response itself. */
    private void inOwnThread(Runnable end) {
        try {
            clock.execute(end);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "Closing all event streams");
        }
    }

    /** Schedules a read of this user's changes; one read covers everything that changes until then. */
    void wake(long userId) {
        UserStreams userStreams = audiences.get(userId);
        if (userStreams != null && userStreams.mustQueue()) {
            readers.execute(() -> catchUp(userId, userStreams));
        }
    }

    /** Within a minute, not all at once: pages that are still signed in reconnect and miss nothing. */
    void endAllSoon() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        streams.forEach(stream -> stream.endBy(now + ThreadLocalRandom.current().nextLong(RENEWAL_SECONDS)));
    }

    void wakeAll() {
        audiences.keySet().forEach(this::wake);
    }

    private void catchUp(long userId, UserStreams userStreams) {
        try {
            userStreams.catchUp();
        } catch (Exception databaseAway) {
            LOG.log(Level.WARNING, () -> "Changes cannot be read yet: " + databaseAway);
            later(userId);
        }
    }

    private void later(long userId) {
        try {
            clock.schedule(() -> wake(userId), 1 + userId % READERS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "Closing the event streams; there are no clients");
        }
    }

    private void beat() {
        heartbeats.beat(WORKER);
        try {
            long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
            streams.forEach(stream -> stream.beat(now, BEAT_SECONDS));
            audiences.keySet().stream()
                    .filter(userId -> (userId + now) % LOOK_ANYWAY_SECONDS == 0)
                    .forEach(this::wake);
        } catch (Exception unexpected) {
            // an exception would end the schedule
            LOG.log(Level.ERROR, "A heartbeat of the event streams failed", unexpected);
        }
    }
}
