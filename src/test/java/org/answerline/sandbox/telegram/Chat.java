package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One chat and all that was said in it; every change happens under its monitor, so it has one order. */
final class Chat {
    private final ChatKind kind;
    private final JsonObject json;
    private final AtomicLong counter;
    private final long before;
    private final ChatWatcher watcher;
    private final NavigableMap<Long, SandboxMessage> messages = new TreeMap<>();
    private final List<SandboxMessage> changes = new ArrayList<>();
    private Access access;
    private long migratedTo;

    Chat(ChatKind kind, JsonObject json, Access access, AtomicLong counter, long before, ChatWatcher watcher) {
        this.kind = kind;
        this.json = json;
        this.access = access;
        this.counter = counter;
        this.before = before;
        this.watcher = watcher;
    }

    long id() {
        return json.getJsonNumber("id").longValue();
    }

    ChatKind kind() {
        return kind;
    }

    JsonObject json() {
        return json;
    }

    /** Whether a message with this id can be one of an earlier sandbox, whose words are not known here. */
    boolean isFromBefore(long messageId) {
        return messageId > 0 && messageId <= before;
    }

    synchronized Access access() {
        return access;
    }

    synchronized void access(Access now) {
        if (access != now) {
            access = now;
            watcher.accessChanged(this, now);
        }
    }

    /** Takes a message of an earlier sandbox back; later ones are numbered after it. */
    synchronized void restore(SandboxMessage message) {
        messages.put(message.id(), message);
        counter.accumulateAndGet(message.id(), Math::max);
    }

    synchronized void migratedTo(long chatId) {
        access = Access.MIGRATED;
        migratedTo = chatId;
    }

    synchronized long migratedTo() {
        return migratedTo;
    }

    /** Adds a message; {@code next} runs before any later message, so that updates keep the order of the chat. */
    synchronized SandboxMessage add(boolean fromBot, JsonObject content, Long replyTo, Consumer<SandboxMessage> next) {
        long id = counter.incrementAndGet();
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("message_id", id)
                .add("date", Instant.now().getEpochSecond())
                .add("chat", json)
                .addAll(Json.createObjectBuilder(content));
        if (replyTo != null) {
            find(replyTo).ifPresent(original -> message.add("reply_to_message", original.asReplyTarget()));
        }
        SandboxMessage added = new SandboxMessage(id(), id, fromBot, message.build(), false, "");
        changed(added);
        next.accept(added);
        return added;
    }

    synchronized SandboxMessage change(long id, UnaryOperator<SandboxMessage> how, Consumer<SandboxMessage> next) {
        SandboxMessage now = how.apply(Objects.requireNonNull(messages.get(id), "no such message"));
        changed(now);
        next.accept(now);
        return now;
    }

    private void changed(SandboxMessage message) {
        messages.put(message.id(), message);
        changes.add(message);
        watcher.changed(message);
        notifyAll();
    }

    synchronized Optional<SandboxMessage> find(long id) {
        return Optional.ofNullable(messages.get(id)).filter(message -> !message.deleted());
    }

    synchronized List<SandboxMessage> transcript() {
        return List.copyOf(messages.values());
    }

    synchronized List<SandboxMessage> lastMessages(int count) {
        List<SandboxMessage> last = new ArrayList<>(
                messages.descendingMap().values().stream().limit(count).toList());
        Collections.reverse(last);
        return last;
    }

    synchronized Optional<SandboxMessage> await(Predicate<SandboxMessage> wanted, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < changes.size(); seen++) {
                if (wanted.test(changes.get(seen))) {
                    return Optional.of(changes.get(seen));
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
    }
}
