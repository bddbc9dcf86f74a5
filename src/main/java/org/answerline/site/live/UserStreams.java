package org.answerline.site.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.site.api.FeedbackJson;

/** All open streams of one user on this node: what changed is read once and sent to each of them. */
final class UserStreams {

    /** How long a page that made room for a newer one waits before it comes again, in milliseconds: those left behind end meanwhile. */
    private static final long CROWDED = 5_000;

    private final long userId;
    private final ConversationChanges changes;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** The changes sent inside the overlap, each message with the time of its last. */
    private final Map<Long, Instant> sent = new HashMap<>();

    private EventId read;
    private Optional<Instant> linkedSince = Optional.empty();

    UserStreams(long userId, ConversationChanges changes) {
        this.userId = userId;
        this.changes = changes;
    }

    void add(EventStream stream) {
        streams.add(stream);
    }

    /** Ends the oldest of more than so many. */
    void endOldest(int most) {
        List<EventStream> all = List.copyOf(streams);
        for (EventStream oldest : all.subList(0, Math.max(0, all.size() - most))) {
            oldest.send(ServerSentEvent.retry(CROWDED));
            oldest.breakOff();
        }
    }

    void end() {
        streams.forEach(EventStream::end);
    }

    /** Whether nobody is left. */
    boolean remove(EventStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    /** Tells a new stream where things stand and, if it goes on after a break, what changed since. */
    synchronized void begin(EventStream stream, Optional<EventId> resumed) {
        ChangeSet news = changes.after(userId, resumed.orElseGet(changes::now));
        if (read == null) {
            remember(news);
        }
        if (resumed.isPresent()) {
            news.changed().forEach(message -> stream.send(event(message, news)));
        }
        stream.send(telegram(news));
    }

    /** Whether it has to be put in line for {@link #catchUp()}, and is not there yet. */
    boolean mustQueue() {
        return waiting.compareAndSet(false, true);
    }

    /** Sends what is new to every stream. */
    void catchUp() {
        waiting.set(false);
        sendNews();
    }

    private synchronized void sendNews() {
        if (read == null) {
            // The first stream is about to read for itself.
            return;
        }
        ChangeSet news = changes.after(userId, read);
        news.changed().stream()
                .filter(message -> !message.changedAt().equals(sent.get(message.id())))
                .forEach(message -> sendAll(event(message, news)));
        if (!news.linkedSince().equals(linkedSince)) {
            sendAll(telegram(news));
        }
        remember(news);
    }

    private void remember(ChangeSet news) {
        read = new EventId(news.readAt());
        linkedSince = news.linkedSince();
        news.changed().forEach(message -> sent.put(message.id(), message.changedAt()));
        sent.values().removeIf(time -> time.isBefore(read.safe()));
    }

    private void sendAll(byte[] event) {
        streams.forEach(stream -> stream.send(event));
    }

    /** Its position is that of all that was read, so it goes behind the messages: who breaks off before it comes again for them. */
    private static byte[] telegram(ChangeSet news) {
        return ServerSentEvent.event("telegram", new EventId(news.readAt()), FeedbackJson.telegram(news.linkedSince()));
    }

    private static byte[] event(SupportMessage message, ChangeSet news) {
        return ServerSentEvent.event(
                "message", new EventId(message.changedAt()), FeedbackJson.message(message, news.filesOf(message)));
    }
}
