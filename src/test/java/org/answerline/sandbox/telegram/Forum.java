package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The topics of a supergroup that is a forum; guarded by the monitor of its chat. */
final class Forum {
    /** General's number in Telegram; the Bot API names it only by leaving message_thread_id out. */
    static final long GENERAL = 1;

    private static final String GONE = "message thread not found";

    /** What people see of a topic. */
    record Topic(long id, String name, String icon, boolean closed, boolean byBot) {
        Topic named(String newName) {
            return new Topic(id, newName, icon, closed, byBot);
        }

        Topic withIcon(String newIcon) {
            return new Topic(id, name, newIcon, closed, byBot);
        }

        Topic withClosed(boolean newClosed) {
            return new Topic(id, name, icon, newClosed, byBot);
        }
    }

    private final NavigableMap<Long, Topic> topics = new TreeMap<>();
    private final Map<Long, String> deleted = new TreeMap<>();
    private boolean generalClosed;
    private boolean generalHidden;

    Collection<Topic> topics() {
        return List.copyOf(topics.values());
    }

    Optional<Topic> find(long id) {
        return Optional.ofNullable(topics.get(id));
    }

    void put(Topic topic) {
        topics.put(topic.id(), topic);
    }

    /** From now on calls that name the topic are refused so. */
    void delete(long id, String refusal) {
        topics.remove(id);
        deleted.put(id, refusal);
    }

    boolean isGeneralClosed() {
        return generalClosed || generalHidden;
    }

    boolean isGeneralHidden() {
        return generalHidden;
    }

    void closeGeneral(boolean closed) {
        generalClosed = closed;
    }

    void hideGeneral(boolean hidden) {
        generalHidden = hidden;
    }

    /** Refuses a message of the bot to this topic. A hidden General takes none, any other closed topic only those of administrators. */
    void checkOnSend(long thread, BotRights rights) throws Refusal {
        boolean isGeneral = thread == GENERAL || thread == Place.ANY;
        if (isGeneral ? generalHidden || generalClosed && !rights.administrator() : isClosedTo(thread, rights)) {
            throw Refusal.badRequest("TOPIC_CLOSED");
        }
    }

    private boolean isClosedTo(long thread, BotRights rights) throws Refusal {
        Topic topic = topics.get(thread);
        if (topic == null) {
            throw Refusal.badRequest(deleted.getOrDefault(thread, GONE));
        }
        return topic.closed() && !rights.administrator();
    }

    /** The topic that a call changes. */
    Topic changeable(long thread) throws Refusal {
        return find(thread).orElseThrow(() -> Refusal.badRequest("TOPIC_ID_INVALID"));
    }

    /** Takes over what a service message of an earlier sandbox tells. */
    void restore(SandboxMessage message) {
        JsonObject json = message.json();
        long thread = thread(json);
        if (json.containsKey("forum_topic_created")) {
            JsonObject created = json.getJsonObject("forum_topic_created");
            put(new Topic(
                    thread,
                    created.getString("name"),
                    created.getString("icon_custom_emoji_id", ""),
                    false,
                    message.fromBot()));
        } else if (json.containsKey("forum_topic_edited")) {
            JsonObject edited = json.getJsonObject("forum_topic_edited");
            find(thread)
                    .ifPresent(topic -> put(topic.named(edited.getString("name", topic.name()))
                            .withIcon(edited.getString("icon_custom_emoji_id", topic.icon()))));
        } else if (json.containsKey("forum_topic_closed") || json.containsKey("forum_topic_reopened")) {
            find(thread).ifPresent(topic -> put(topic.withClosed(json.containsKey("forum_topic_closed"))));
        }
        if (message.deleted() && json.containsKey("forum_topic_created")) {
            delete(thread, GONE);
        }
    }

    /** The topic of a message; {@link #GENERAL} if it has none. */
    static long thread(JsonObject message) {
        return message.getBoolean("is_topic_message", false)
                ? message.getJsonNumber("message_thread_id").longValue()
                : GENERAL;
    }

    /** Adds what tells a message's topic and what it answers; an answer from another topic tells only where the other message is. */
    static void place(JsonObjectBuilder message, Place place, Optional<SandboxMessage> original, Chat chat) {
        long there = original.map(other -> thread(other.json())).orElse(GENERAL);
        long thread = place.thread() == Place.ANY ? there : place.thread();
        if (thread != GENERAL) {
            message.add("message_thread_id", thread).add("is_topic_message", true);
        }
        if (original.isPresent() && there == thread) {
            message.add("reply_to_message", original.get().asReplyTarget());
        } else if (original.isPresent()) {
            message.add("external_reply", external(original.get()));
        } else if (thread != GENERAL) {
            chat.find(thread).ifPresent(created -> message.add("reply_to_message", created.asReplyTarget()));
        }
    }

    private static JsonObject external(SandboxMessage original) {
        JsonObject author = original.json().getJsonObject("from");
        return Json.createObjectBuilder()
                .add(
                        "origin",
                        Json.createObjectBuilder()
                                .add("type", "user")
                                .add("date", original.json().getInt("date"))
                                .add("sender_user", author))
                .add("chat", original.json().getJsonObject("chat"))
                .add("message_id", original.id())
                .build();
    }
}
