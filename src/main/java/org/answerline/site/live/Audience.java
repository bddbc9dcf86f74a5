package org.answerline.site.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerline.conversation.SupportMessage;
import org.answerline.site.api.FeedbackJson;

/** All open streams of one user on this node: what changed is read once and sent to each of them. */
final class Audience {

    /** How long a page that made room for a newer one waits before it comes again, in milliseconds: those left behind end meanwhile. */
    private static final long CROWDED = 5_000;

    private final long userId;
    private final Newsroom newsroom;
    private final List<OpenStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** The changes sent inside the overlap, each message with the time of its last. */
    private final Map<Long, Instant> sent = new HashMap<>();

    private Position read;
    private Optional<Instant> linkedSince = Optional.empty();

    Audience(long userId, Newsroom newsroom) {
        this.userId = userId;
        this.newsroom = newsroom;
    }

    void add(OpenStream stream) {
        streams.add(stream);
    }

    /** Ends the oldest of more than so many. */
    void endOldest(int most) {
        List<OpenStream> all = List.copyOf(streams);
        for (OpenStream oldest : all.subList(0, Math.max(0, all.size() - most))) {
            oldest.send(ServerSentEvent.retry(CROWDED));
            oldest.breakOff();
        }
    }

    void end() {
        streams.forEach(OpenStream::end);
    }

    /** Whether nobody is left. */
    boolean remove(OpenStream stream) {
        streams.remove(stream);
        return streams.isEmpty();
    }

    /** Tells a new stream where things stand and, if it goes on after a break, what changed since. */
    synchronized void begin(OpenStream stream, Optional<Position> resumed) {
        News news = newsroom.after(userId, resumed.orElseGet(newsroom::now));
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
        News news = newsroom.after(userId, read);
        news.changed().stream()
                .filter(message -> !message.changedAt().equals(sent.get(message.id())))
                .forEach(message -> sendAll(event(message, news)));
        if (!news.linkedSince().equals(linkedSince)) {
            sendAll(telegram(news));
        }
        remember(news);
    }

    private void remember(News news) {
        read = new Position(news.readAt());
        linkedSince = news.linkedSince();
        news.changed().forEach(message -> sent.put(message.id(), message.changedAt()));
        sent.values().removeIf(time -> time.isBefore(read.safe()));
    }

    private void sendAll(byte[] event) {
        streams.forEach(stream -> stream.send(event));
    }

    /** Its position is that of all that was read, so it goes behind the messages: who breaks off before it comes again for them. */
    private static byte[] telegram(News news) {
        return ServerSentEvent.event(
                "telegram", new Position(news.readAt()), FeedbackJson.telegram(news.linkedSince()));
    }

    private static byte[] event(SupportMessage message, News news) {
        return ServerSentEvent.event(
                "message", new Position(message.changedAt()), FeedbackJson.message(message, news.filesOf(message)));
    }
}
