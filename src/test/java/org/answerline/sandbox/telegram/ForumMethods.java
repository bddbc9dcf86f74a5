package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** createForumTopic and the other methods about topics; creating and editing count as messages of the group. */
final class ForumMethods {
    /** The icons that every bot may use, by their emoji. */
    static final Map<String, String> ICONS = new TreeMap<>(Map.of(
            "5312241539987020022", "🔥",
            "5377316857231450742", "❓",
            "5417915203100613993", "💬",
            "5237699328843200968", "✅",
            "5310262535021142850", "💻",
            "5379748062124056162", "❗️"));

    private static final int BLUE = 0x6FB9F0;
    private static final int MAX_NAME = 128;

    private final JsonObject bot;
    private final Chats chats;
    private final Limits limits;
    private final UpdateFeed feed;

    ForumMethods(JsonObject bot, Chats chats, Limits limits, UpdateFeed feed) {
        this.bot = bot;
        this.chats = chats;
        this.limits = limits;
        this.feed = feed;
    }

    JsonValue create(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        forum(chat);
        String name = name(parameters);
        String icon = icon(parameters);
        check(chat.rights().canManageTopics(), "not enough rights to create a topic");
        limits.check(chat);
        JsonObjectBuilder topic = Json.createObjectBuilder().add("name", name).add("icon_color", BLUE);
        if (!icon.isEmpty()) {
            topic.add("icon_custom_emoji_id", icon);
        }
        JsonObject content = topic.build();
        synchronized (chat) {
            SandboxMessage created = chat.createTopic(true, bot, content, feed::message);
            return Json.createObjectBuilder(content)
                    .add("message_thread_id", created.id())
                    .build();
        }
    }

    JsonValue edit(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        synchronized (chat) {
            Forum.Topic topic = own(chat, parameters, "not enough rights to edit the topic");
            Forum.Topic edited = topic;
            JsonObjectBuilder changes = Json.createObjectBuilder();
            if (parameters.has("name") && !parameters.text("name").isEmpty()) {
                edited = edited.named(name(parameters));
                changes.add("name", edited.name());
            }
            if (parameters.has("icon_custom_emoji_id")) {
                edited = edited.withIcon(icon(parameters));
                changes.add("icon_custom_emoji_id", edited.icon());
            }
            changed(chat, topic, edited, "forum_topic_edited", changes.build());
        }
        return JsonValue.TRUE;
    }

    JsonValue close(Parameters parameters, boolean closed) throws Refusal {
        Chat chat = chats.named(parameters);
        synchronized (chat) {
            Forum.Topic topic = own(chat, parameters, "not enough rights to close or open the topic");
            String service = closed ? "forum_topic_closed" : "forum_topic_reopened";
            changed(chat, topic, topic.withClosed(closed), service, JsonValue.EMPTY_JSON_OBJECT);
        }
        return JsonValue.TRUE;
    }

    private void changed(Chat chat, Forum.Topic before, Forum.Topic after, String service, JsonObject told)
            throws Refusal {
        if (after.equals(before)) {
            throw Refusal.badRequest("TOPIC_NOT_MODIFIED");
        }
        limits.check(chat);
        chat.forum().orElseThrow().put(after);
        JsonObject content =
                Json.createObjectBuilder().add("from", bot).add(service, told).build();
        chat.add(true, content, new Place(after.id(), null), sent -> {});
    }

    JsonValue delete(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        synchronized (chat) {
            Forum.Topic topic = forum(chat).changeable(parameters.number("message_thread_id"));
            check(chat.rights().canDeleteMessages(), "not enough rights to delete the topic");
            chat.deleteTopic(topic.id(), "message thread not found");
        }
        return JsonValue.TRUE;
    }

    JsonValue closeGeneral(Parameters parameters, boolean closed) throws Refusal {
        return general(parameters, closed ? "forum_topic_closed" : "forum_topic_reopened", forum -> {
            boolean isChange = forum.isGeneralClosed() != closed;
            forum.closeGeneral(closed);
            return isChange;
        });
    }

    JsonValue hideGeneral(Parameters parameters, boolean hidden) throws Refusal {
        String service = hidden ? "general_forum_topic_hidden" : "general_forum_topic_unhidden";
        return general(parameters, service, forum -> {
            boolean isChange = forum.isGeneralHidden() != hidden;
            forum.hideGeneral(hidden);
            return isChange;
        });
    }

    private interface Change {
        boolean on(Forum forum);
    }

    private JsonValue general(Parameters parameters, String service, Change change) throws Refusal {
        Chat chat = chats.named(parameters);
        synchronized (chat) {
            Forum forum = forum(chat);
            check(chat.rights().canManageTopics(), "not enough rights to edit the topic");
            check(change.on(forum), "TOPIC_NOT_MODIFIED");
            JsonObject content = Json.createObjectBuilder()
                    .add("from", bot)
                    .add(service, JsonValue.EMPTY_JSON_OBJECT)
                    .build();
            chat.add(true, content, new Place(Forum.GENERAL, null), sent -> {});
        }
        return JsonValue.TRUE;
    }

    JsonArray icons() {
        JsonArrayBuilder stickers = Json.createArrayBuilder();
        ICONS.forEach((id, emoji) -> stickers.add(Json.createObjectBuilder()
                .add("file_id", "ICON-" + id)
                .add("file_unique_id", "U" + id)
                .add("type", "custom_emoji")
                .add("width", 100)
                .add("height", 100)
                .add("is_animated", true)
                .add("is_video", false)
                .add("emoji", emoji)
                .add("custom_emoji_id", id)));
        return stickers.build();
    }

    /** A topic that the bot created, or any if it may manage topics. */
    private static Forum.Topic own(Chat chat, Parameters parameters, String refusal) throws Refusal {
        Forum.Topic topic = forum(chat).changeable(parameters.number("message_thread_id"));
        check(chat.rights().canManageTopics() || topic.byBot(), refusal);
        return topic;
    }

    private static Forum forum(Chat chat) throws Refusal {
        return chat.forum().orElseThrow(() -> Refusal.badRequest("the chat is not a forum"));
    }

    private static String name(Parameters parameters) throws Refusal {
        String clean = TextCleaner.clean(FormattedText.plain(parameters.text("name")))
                .text()
                .replaceAll("\\s+", " ")
                .strip();
        check(!TextCleaner.isBlank(clean), "topic name must be non-empty");
        int[] characters = clean.codePoints().limit(MAX_NAME).toArray();
        return new String(characters, 0, characters.length);
    }

    private static String icon(Parameters parameters) throws Refusal {
        String icon = parameters.text("icon_custom_emoji_id");
        check(icon.isEmpty() || ICONS.containsKey(icon), "DOCUMENT_INVALID");
        return icon;
    }

    private static void check(boolean fine, String refusal) throws Refusal {
        if (!fine) {
            throw Refusal.badRequest(refusal);
        }
    }
}
