package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A group with the bot in it, and what its admins can do to it. */
public final class Group {
    private final Messenger messenger;
    private final Chat chat;
    private final Person admin;

    Group(Messenger messenger, Chat chat, Person admin) {
        this.messenger = messenger;
        this.chat = chat;
        this.admin = admin;
    }

    /** The chat id, negative. */
    public long id() {
        return chat.id();
    }

    /** Pins a message, which the service message quotes; returns the id of the service message. */
    public long pin(long messageId) {
        JsonObject pinned = chat.find(messageId).orElseThrow().asReplyTarget();
        return service(Json.createObjectBuilder().add("pinned_message", pinned).build());
    }

    /** Tells the group of a new title. */
    public long rename(String title) {
        return service(Json.createObjectBuilder().add("new_chat_title", title).build());
    }

    /** Turns a basic group into a supergroup: a new chat id, message ids from 1, and both chats are told. */
    public Group upgrade() {
        long newId = -1_000_000_000_000L + chat.id();
        Chat supergroup =
                messenger.chats().group(newId, ChatKind.SUPERGROUP, chat.json().getString("title"));
        synchronized (chat) {
            service(Json.createObjectBuilder().add("migrate_to_chat_id", newId).build());
            chat.migratedTo(newId);
        }
        messenger.service(
                supergroup,
                admin,
                Json.createObjectBuilder()
                        .add("migrate_from_chat_id", chat.id())
                        .build());
        return new Group(messenger, supergroup, admin);
    }

    /** Removes the bot, which can then neither read nor write here. */
    public void removeBot() {
        messenger.membership(chat, admin, Access.KICKED, "member", "kicked");
    }

    /** Adds the bot back. */
    public void addBot() {
        messenger.membership(chat, admin, Access.OPEN, "left", "member");
    }

    /** Takes the right to write from the bot and everybody else who is no administrator; Telegram tells the bot nothing of it. */
    public void mute() {
        chat.access(Access.MUTED);
    }

    /** Gives it back. */
    public void unmute() {
        chat.access(Access.OPEN);
    }

    /** Forbids these kinds of messages to everybody who is no administrator; Telegram tells the bot nothing of it. */
    public void forbid(SendRight... kinds) {
        List.of(kinds).forEach(kind -> chat.allow(kind, false));
    }

    /** Allows all kinds of messages. */
    public void allowAll() {
        List.of(SendRight.values()).forEach(kind -> chat.allow(kind, true));
    }

    /** Switches topics on; Telegram tells the bot nothing of it. */
    public void makeForum() {
        chat.forum(true);
    }

    /** Switches topics off; their messages stay. */
    public void endForum() {
        chat.forum(false);
    }

    /** Gives the bot these rights, of which it is told. */
    public void giveBot(BotRights rights) {
        messenger.rights(chat, admin, rights);
    }

    /** Gives the bot these rights as if the update about it were still on its way. */
    public void giveBotQuietly(BotRights rights) {
        chat.rights(rights);
    }

    /** Creates a topic; returns its number. */
    public long createTopic(String name) {
        JsonObject topic = Json.createObjectBuilder()
                .add("name", name)
                .add("icon_color", 0x6FB9F0)
                .build();
        return chat.createTopic(false, admin.user(), topic, messenger.feed()::message)
                .id();
    }

    /** The topics there are, by their names; of equal names the newest. */
    public Map<String, Long> topics() {
        Map<String, Long> byName = new TreeMap<>();
        chat.forum().orElseThrow().topics().forEach(topic -> byName.put(topic.name(), topic.id()));
        return byName;
    }

    /** The name of a topic; empty if there is none with this id. */
    public String topicName(long topicId) {
        return chat.forum()
                .flatMap(forum -> forum.find(topicId))
                .map(topic -> topic.name())
                .orElse("");
    }

    /** The emoji of a topic's icon; empty if it has none. */
    public String topicIcon(long topicId) {
        return chat.forum()
                .flatMap(forum -> forum.find(topicId))
                .map(topic -> ForumMethods.ICONS.getOrDefault(topic.icon(), ""))
                .orElse("");
    }

    /** Whether a topic is closed. */
    public boolean isTopicClosed(long topicId) {
        return chat.forum()
                .flatMap(forum -> forum.find(topicId))
                .map(Forum.Topic::closed)
                .orElse(false);
    }

    /** Closes a topic: only administrators may write there. */
    public void closeTopic(long topicId) {
        closeTopic(topicId, true, "forum_topic_closed");
    }

    /** Opens it again. */
    public void reopenTopic(long topicId) {
        closeTopic(topicId, false, "forum_topic_reopened");
    }

    private void closeTopic(long topicId, boolean closed, String service) {
        Forum forum = chat.forum().orElseThrow();
        forum.put(forum.find(topicId).orElseThrow().withClosed(closed));
        JsonObject content = Json.createObjectBuilder()
                .add(service, JsonValue.EMPTY_JSON_OBJECT)
                .build();
        messenger.service(chat, admin, content, new Place(topicId, null));
    }

    /** Deletes a topic with its messages; Telegram tells the bot nothing of it. */
    public void deleteTopic(long topicId) {
        deleteTopic(topicId, "message thread not found");
    }

    /** The same, with what Telegram says to who writes there: {@code TOPIC_DELETED} and {@code TOPIC_ID_INVALID} were seen too. */
    public void deleteTopic(long topicId, String refusal) {
        chat.deleteTopic(topicId, refusal);
    }

    /** Closes General, where only administrators may write then, or opens it. */
    public void closeGeneral(boolean closed) {
        chat.forum().orElseThrow().closeGeneral(closed);
    }

    /** Hides General, where nobody can write then, or shows it. */
    public void hideGeneral(boolean hidden) {
        chat.forum().orElseThrow().hideGeneral(hidden);
    }

    /** Deletes the group. */
    public void delete() {
        chat.access(Access.DELETED);
    }

    private long service(JsonObject content) {
        return messenger.service(chat, admin, content).id();
    }
}
