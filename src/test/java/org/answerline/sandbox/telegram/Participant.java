package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;

/** A person in one chat with the bot, doing what a person can do in the app; every act becomes an update for the bot. */
public final class Participant {
    private final Messenger messenger;
    private final Person person;
    private final Chat chat;
    private final boolean anonymous;
    private final long thread;

    Participant(Messenger messenger, Person person, Chat chat, boolean anonymous) {
        this(messenger, person, chat, anonymous, Place.ANY);
    }

    private Participant(Messenger messenger, Person person, Chat chat, boolean anonymous, long thread) {
        this.messenger = messenger;
        this.person = person;
        this.chat = chat;
        this.anonymous = anonymous;
        this.thread = thread;
    }

    /** Who this is. */
    public Person person() {
        return person;
    }

    /** The chat this person speaks in. */
    public long chatId() {
        return chat.id();
    }

    /** The same person in another chat. */
    public Participant in(long chatId) {
        return new Participant(messenger, person, messenger.chats().get(chatId), anonymous);
    }

    /** The same person, speaking as the group itself. */
    public Participant anonymously() {
        return new Participant(messenger, person, chat, true, thread);
    }

    /** The same person in this topic of the chat; a message of another topic that is answered there is answered across topics. */
    public Participant inTopic(long topicId) {
        return new Participant(messenger, person, chat, anonymous, topicId);
    }

    /** The same person in General, the topic without a number. */
    public Participant inGeneral() {
        return inTopic(Forum.GENERAL);
    }

    /** Presses START on a deep link; an empty payload is the bare button. Unblocks a blocked bot, as in the app. */
    public long pressStart(String payload) {
        unblock();
        return write(payload.isEmpty() ? "/start" : "/start " + payload);
    }

    /** Writes a text and returns its message id. */
    public long write(String text) {
        return post(FormattedText.plain(text).json(), null);
    }

    /** Answers a message of this chat; if it is gone, the new message is no reply. */
    public long reply(long messageId, String text) {
        return post(FormattedText.plain(text).json(), messageId);
    }

    /** Sends something other than text. */
    public long send(Media media) {
        return post(media.content(), null);
    }

    /** Answers a message of this chat with something other than text. */
    public long reply(long messageId, Media media) {
        return post(media.content(), messageId);
    }

    /** Forwards somebody else's text into this chat. */
    public long forward(String text, Person author) {
        JsonObject origin = Json.createObjectBuilder()
                .add("type", "user")
                .add("date", Instant.now().getEpochSecond())
                .add("sender_user", author.user())
                .build();
        return post(
                builder(FormattedText.plain(text).json())
                        .add("forward_origin", origin)
                        .build(),
                null);
    }

    private long post(JsonObject content, Long replyTo) {
        JsonObject full = builder(sender()).addAll(builder(content)).build();
        return messenger.post(chat, person, full, new Place(thread, replyTo)).id();
    }

    private JsonObject sender() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (!anonymous) {
            return json.add("from", person.user()).build();
        }
        JsonObjectBuilder groupBot = Json.createObjectBuilder()
                .add("id", 1087968824)
                .add("is_bot", true)
                .add("first_name", "Group")
                .add("username", "GroupAnonymousBot");
        return json.add("from", groupBot).add("sender_chat", chat.json()).build();
    }

    /** Changes the text of a message. */
    public void edit(long messageId, String text) {
        JsonObject fresh = FormattedText.plain(text).json();
        chat.change(messageId, old -> old.withJson(edited(old.json(), fresh)), now -> {
            if (messenger.isSeen(chat, now)) {
                messenger.feed().edited(now);
            }
        });
    }

    /** The words of a picture or a file are its caption. */
    private static JsonObject edited(JsonObject before, JsonObject fresh) {
        if (!before.containsKey("text")) {
            return captioned(builder(before).remove("caption_entities"), fresh)
                    .add("edit_date", Instant.now().getEpochSecond())
                    .build();
        }
        return builder(before)
                .remove("entities")
                .addAll(builder(fresh))
                .add("edit_date", Instant.now().getEpochSecond())
                .build();
    }

    private static JsonObjectBuilder captioned(JsonObjectBuilder message, JsonObject fresh) {
        fresh.forEach((name, value) -> message.add(name.equals("text") ? "caption" : "caption_" + name, value));
        return message;
    }

    /** Deletes a message for everyone; the bot is not told. */
    public void delete(long messageId) {
        chat.change(messageId, SandboxMessage::asDeleted, now -> {});
    }

    /** Presses the inline button that carries this callback data, under a message of this chat. */
    public void press(long messageId, String data) {
        JsonObject message = chat.find(messageId).orElseThrow().json();
        messenger
                .feed()
                .callback(
                        person,
                        Json.createObjectBuilder()
                                .add("id", messenger.queries().open())
                                .add("from", person.user())
                                .add("message", message)
                                .add("chat_instance", String.valueOf(chat.id() * 31))
                                .add("data", data)
                                .build());
    }

    /** Reacts to a message; in a group the bot hears of it only as an administrator, and only if it asked for message_reaction updates. */
    public void react(long messageId, String emoji) {
        if (chat.kind() != ChatKind.PRIVATE && !chat.rights().administrator()) {
            return;
        }
        String who = anonymous ? "actor_chat" : "user";
        JsonObjectBuilder reaction =
                Json.createObjectBuilder().add("type", "emoji").add("emoji", emoji);
        messenger
                .feed()
                .reaction(
                        chat,
                        Json.createObjectBuilder()
                                .add("chat", chat.json())
                                .add("message_id", messageId)
                                .add(who, anonymous ? chat.json() : person.user())
                                .add("date", Instant.now().getEpochSecond())
                                .add("old_reaction", Json.createArrayBuilder())
                                .add("new_reaction", Json.createArrayBuilder(List.of(reaction.build())))
                                .build());
    }

    /** Blocks the bot. */
    public void block() {
        membership(Access.OPEN, Access.BLOCKED, "member", "kicked");
    }

    /** Unblocks the bot, if it is blocked. */
    public void unblock() {
        membership(Access.BLOCKED, Access.OPEN, "kicked", "member");
    }

    private void membership(Access from, Access to, String before, String after) {
        synchronized (chat) {
            if (chat.kind() == ChatKind.PRIVATE && chat.access() == from) {
                messenger.membership(chat, person, to, before, after);
            }
        }
    }

    /** Deletes the person's account; the bot is not told. */
    public void deleteAccount() {
        chat.access(Access.DEACTIVATED);
    }

    private static JsonObjectBuilder builder(JsonObject json) {
        return Json.createObjectBuilder(json);
    }
}
