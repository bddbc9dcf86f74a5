package org.answerline.site.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.team.ConversationState;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.json.MessageJson;
import org.answerline.site.api.json.StateJson;
import org.answerline.site.api.json.TelegramJson;

/** All open streams of one user on this node: changes are read once and sent to each of them. */
final class UserStreams {

    /** How long a page whose stream was closed for a newer one waits before it reconnects, in milliseconds; old pages close meanwhile. */
    private static final long CROWDED = 5_000;

    private final long userId;
    private final ConversationChanges changes;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** The changes sent within the overlap: message id and the time of its last change. */
    private final Map<Long, Instant> sent = new HashMap<>();

    private EventId read;
    private Optional<Instant> linkedSince = Optional.empty();
    private ConversationState state;

    UserStreams(long userId, ConversationChanges changes) {
        this.userId = userId;
        this.changes = changes;
    }

    void add(EventStream stream) {
        streams.add(stream);
    }

    /** Closes the oldest streams above this number. */
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

    /** Whether no stream is left. */
    boolean remove(EventStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    /** Sends the current state to a new stream and, if the client reconnected, the changes since its position. */
    synchronized void begin(EventStream stream, Optional<EventId> resumed) {
        ChangeSet news = changes.after(userId, resumed.orElseGet(changes::now));
        if (read == null) {
            remember(news);
        }
        if (resumed.isPresent()) {
            news.changed().forEach(message -> stream.send(event(message, news)));
        }
        stream.send(telegram(news));
        stream.send(state(news));
    }

    /** Whether it has to be queued for {@link #catchUp()}, and is not queued yet. */
    boolean mustQueue() {
        return waiting.compareAndSet(false, true);
    }

    /** Reads new changes and sends them to every stream. */
    void catchUp() {
        waiting.set(false);
        sendNews();
    }

    private synchronized void sendNews() {
        if (read == null) {
            // the first stream reads for itself
            return;
        }
        ChangeSet news = changes.after(userId, read);
        news.changed().stream()
                .filter(message -> !message.changedAt().equals(sent.get(message.id())))
                .forEach(message -> sendAll(event(message, news)));
        if (news.state() != state) {
            sendAll(state(news));
        }
        if (!news.linkedSince().equals(linkedSince)) {
            sendAll(telegram(news));
        }
        remember(news);
    }

    private void remember(ChangeSet news) {
        read = new EventId(news.readAt());
        linkedSince = news.linkedSince();
        state = news.state();
        news.changed().forEach(message -> sent.put(message.id(), message.changedAt()));
        sent.values().removeIf(time -> time.isBefore(read.safe()));
    }

    private void sendAll(byte[] event) {
        streams.forEach(stream -> stream.send(event));
    }

    /** Carries the position of everything that was read, so it is sent after all messages: a client that disconnects earlier gets them again. */
    private static byte[] telegram(ChangeSet news) {
        return ServerSentEvent.event(
                "telegram", new EventId(news.readAt()), ApiJson.write(TelegramJson.of(news.linkedSince())));
    }

    /** Sent after the messages, for the same reason; a client that reconnects gets it in any case. */
    private static byte[] state(ChangeSet news) {
        return ServerSentEvent.event("state", new EventId(news.readAt()), ApiJson.write(StateJson.of(news.state())));
    }

    private static byte[] event(SupportMessage message, ChangeSet news) {
        return ServerSentEvent.event(
                "message",
                new EventId(message.changedAt()),
                ApiJson.write(MessageJson.of(message, news.filesOf(message))));
    }
}
