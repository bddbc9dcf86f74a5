package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;

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

    /** Deletes the group. */
    public void delete() {
        chat.access(Access.DELETED);
    }

    private long service(JsonObject content) {
        return messenger.service(chat, admin, content).id();
    }
}
