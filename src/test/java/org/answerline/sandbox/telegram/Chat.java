package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One chat and all that was said in it; every change happens under its monitor, so it has one order. */
final class Chat {
    private final ChatKind kind;
    private volatile JsonObject json;
    private final AtomicLong counter;
    private final long before;
    private final ChatWatcher watcher;
    private final NavigableMap<Long, SandboxMessage> messages = new TreeMap<>();
    private final List<SandboxMessage> changes = new ArrayList<>();
    private Access access;
    private long migratedTo;
    private final Supplier<BotRights> usualRights;
    private BotRights rights;
    private final Set<SendRight> allowed = EnumSet.allOf(SendRight.class);
    private Forum forum;

    Chat(
            ChatKind kind,
            JsonObject json,
            Access access,
            AtomicLong counter,
            long before,
            ChatWatcher watcher,
            Supplier<BotRights> usualRights) {
        this.kind = kind;
        this.json = json;
        this.access = access;
        this.counter = counter;
        this.before = before;
        this.watcher = watcher;
        this.usualRights = usualRights;
        this.forum = json.getBoolean("is_forum", false) ? new Forum() : null;
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

    /** What the bot may do here; means something in groups only. */
    synchronized BotRights rights() {
        return rights == null ? usualRights.get() : rights;
    }

    /** What it may do from now on; null for what it may usually do. */
    synchronized void rights(BotRights now) {
        rights = now;
        watcher.accessChanged(this, access);
    }

    /** What those may send here who are no administrators. */
    synchronized Set<SendRight> allowed() {
        return access == Access.MUTED ? Set.of() : Set.copyOf(allowed);
    }

    /** Forbids this to them, or allows it again; Telegram tells the bot nothing of it. */
    synchronized void allow(SendRight right, boolean isAllowed) {
        if (isAllowed) {
            allowed.add(right);
        } else {
            allowed.remove(right);
        }
    }

    /** Its topics, if it is a forum. */
    synchronized Optional<Forum> forum() {
        return Optional.ofNullable(forum);
    }

    /** Switches topics on or off; Telegram tells the bot nothing of it. */
    synchronized void forum(boolean wanted) {
        // General has the number 1, which no message of a forum has.
        counter.accumulateAndGet(Forum.GENERAL, Math::max);
        forum = wanted ? Optional.ofNullable(forum).orElseGet(Forum::new) : null;
        JsonObjectBuilder changed = Json.createObjectBuilder(json).remove("is_forum");
        json = wanted ? changed.add("is_forum", true).build() : changed.build();
        watcher.accessChanged(this, access);
    }

    /** Adds a topic, whose number is that of the service message about it. */
    synchronized SandboxMessage createTopic(
            boolean fromBot, JsonObject author, JsonObject topic, Consumer<SandboxMessage> next) {
        long id = counter.get() + 1;
        JsonObject content = Json.createObjectBuilder()
                .add("from", author)
                .add("forum_topic_created", topic)
                .build();
        forum().orElseThrow()
                .put(new Forum.Topic(
                        id, topic.getString("name"), topic.getString("icon_custom_emoji_id", ""), false, fromBot));
        return add(fromBot, content, new Place(id, null), next);
    }

    /** Deletes a topic with all messages in it; Telegram tells the bot nothing of it. */
    synchronized void deleteTopic(long thread, String refusal) {
        forum().orElseThrow().delete(thread, refusal);
        transcript().stream()
                .filter(message -> !message.deleted() && Forum.thread(message.json()) == thread)
                .forEach(message -> change(message.id(), SandboxMessage::asDeleted, now -> {}));
    }

    /** Takes a message of an earlier sandbox back; later ones are numbered after it. */
    synchronized void restore(SandboxMessage message) {
        messages.put(message.id(), message);
        forum().ifPresent(topics -> topics.restore(message));
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
    synchronized SandboxMessage add(boolean fromBot, JsonObject content, Place place, Consumer<SandboxMessage> next) {
        long id = counter.incrementAndGet();
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("message_id", id)
                .add("date", Instant.now().getEpochSecond())
                .add("chat", json)
                .addAll(Json.createObjectBuilder(content));
        Optional<SandboxMessage> original = Optional.ofNullable(place.replyTo()).flatMap(this::find);
        if (forum != null) {
            Forum.place(message, place, original, this);
        } else {
            original.ifPresent(replied -> message.add("reply_to_message", replied.asReplyTarget()));
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
