package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** sendMessage, editMessageText, editMessageCaption, deleteMessage, deleteMessages and setMessageReaction. */
final class MessageMethods {
    private static final Duration DELETABLE = Duration.ofHours(48);
    private static final int MOST_AT_ONCE = 100;

    private final JsonObject bot;
    private final Chats chats;
    private final Limits limits;

    MessageMethods(JsonObject bot, Chats chats, Limits limits) {
        this.bot = author(bot);
        this.chats = chats;
        this.limits = limits;
    }

    /** The bot as the author of a message. */
    static JsonObject author(JsonObject bot) {
        return Json.createObjectBuilder()
                .add("id", bot.get("id"))
                .add("is_bot", true)
                .add("first_name", bot.get("first_name"))
                .add("username", bot.get("username"))
                .build();
    }

    /** The checks stand in the order of the real server, which decides the text when several things are wrong. */
    JsonValue send(Parameters parameters) throws Refusal {
        FormattedText raw = FormattedText.read(parameters);
        Optional<JsonObject> markup = ReplyMarkup.read(parameters);
        Chat chat = chats.named(parameters);
        Place place = place(parameters, chat);
        FormattedText text = raw.cleaned();
        limits.check(chat);
        JsonObjectBuilder content = Json.createObjectBuilder().add("from", bot).addAll(builder(text.json()));
        markup.filter(keyboard -> keyboard.containsKey("inline_keyboard"))
                .ifPresent(keyboard -> content.add("reply_markup", keyboard));
        synchronized (chat) {
            Access.check(chat);
            Access.checkOnSend(chat, place, JsonValue.EMPTY_JSON_OBJECT);
            return chat.add(true, content.build(), place, sent -> {}).json();
        }
    }

    /** The topic and the message that a call names. General has no number that a call may use. */
    static Place place(Parameters parameters, Chat chat) throws Refusal {
        long thread = parameters.number("message_thread_id");
        boolean isTopic = thread != 0 && thread != Forum.GENERAL && chat.forum().isPresent();
        if (thread != 0 && !isTopic) {
            throw Refusal.badRequest("message thread not found");
        }
        return new Place(thread, ReplyTarget.read(parameters, chat));
    }

    JsonValue edit(Parameters parameters) throws Refusal {
        FormattedText raw = FormattedText.read(parameters);
        Optional<JsonObject> markup = ReplyMarkup.read(parameters);
        Chat chat = chats.named(parameters);
        SandboxMessage message = find(parameters, chat, "edit");
        if (!message.fromBot()) {
            throw Refusal.badRequest("message can't be edited");
        }
        if (!message.json().containsKey("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        FormattedText text = raw.cleaned();
        JsonObjectBuilder json = builder(message.json())
                .remove("edit_date")
                .remove("entities")
                .remove("reply_markup")
                .addAll(builder(text.json()));
        return changed(chat, message, json, markup);
    }

    JsonValue editCaption(Parameters parameters) throws Refusal {
        JsonObject caption = MediaMethods.caption(parameters, "caption", "caption_entities");
        Optional<JsonObject> markup = ReplyMarkup.read(parameters);
        Chat chat = chats.named(parameters);
        SandboxMessage message = find(parameters, chat, "edit");
        if (!message.fromBot()) {
            throw Refusal.badRequest("message can't be edited");
        }
        if (message.json().containsKey("text")) {
            throw Refusal.badRequest("there is no caption in the message to edit");
        }
        JsonObjectBuilder json = builder(message.json())
                .remove("edit_date")
                .remove("caption")
                .remove("caption_entities")
                .remove("reply_markup")
                .addAll(builder(caption));
        return changed(chat, message, json, markup);
    }

    private JsonValue changed(Chat chat, SandboxMessage message, JsonObjectBuilder content, Optional<JsonObject> markup)
            throws Refusal {
        limits.check(chat);
        Access.checkOnSend(chat);
        markup.ifPresent(keyboard -> content.add("reply_markup", keyboard));
        JsonObject json = content.build();
        if (json.equals(builder(message.json()).remove("edit_date").build())) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are exactly"
                            + " the same as a current content and reply markup of the message");
        }
        JsonObject dated =
                builder(json).add("edit_date", Instant.now().getEpochSecond()).build();
        return chat.change(message.id(), old -> old.withJson(dated), changed -> {})
                .json();
    }

    JsonValue delete(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        SandboxMessage message = find(parameters, chat, "delete");
        checkDeletable(chat, message);
        chat.change(message.id(), SandboxMessage::asDeleted, changed -> {});
        return JsonValue.TRUE;
    }

    /** Passes over what is not there; one that may not be deleted keeps all of them. */
    JsonValue deleteAll(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        JsonValue given = AsciiJson.read(parameters.text("message_ids")).orElse(JsonValue.NULL);
        if (!(given instanceof JsonArray ids)) {
            throw Refusal.badRequest("message identifiers are not specified");
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw Refusal.badRequest("too many message identifiers specified");
        }
        List<SandboxMessage> found = ids.getValuesAs(JsonNumber.class).stream()
                .flatMap(id -> chat.find(id.longValue()).stream())
                .toList();
        for (SandboxMessage message : found) {
            checkDeletable(chat, message);
        }
        found.forEach(message -> chat.change(message.id(), SandboxMessage::asDeleted, changed -> {}));
        return JsonValue.TRUE;
    }

    private static void checkDeletable(Chat chat, SandboxMessage message) throws Refusal {
        boolean allowed = message.fromBot() || chat.rights().canDeleteMessages() || chat.kind() == ChatKind.PRIVATE;
        if (!allowed || message.date().plus(DELETABLE).isBefore(Instant.now())) {
            throw Refusal.badRequest("message can't be deleted for everyone");
        }
    }

    JsonValue react(Parameters parameters) throws Refusal {
        JsonValue given = AsciiJson.read(parameters.text("reaction")).orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (!(given instanceof JsonArray reactions)) {
            throw Refusal.badRequest("can't parse reaction types JSON object");
        }
        Chat chat = chats.named(parameters);
        if (chat.isFromBefore(parameters.number("message_id"))) {
            return JsonValue.TRUE;
        }
        SandboxMessage message = find(parameters, chat, "react");
        Access.checkOnSend(chat);
        String emoji = Reactions.one(reactions);
        chat.change(message.id(), old -> old.withReaction(emoji), changed -> {});
        return JsonValue.TRUE;
    }

    private static SandboxMessage find(Parameters parameters, Chat chat, String purpose) throws Refusal {
        if (!parameters.has("message_id")) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        return chat.find(parameters.number("message_id"))
                .orElseThrow(() -> Refusal.badRequest("message to " + purpose + " not found"));
    }

    private static JsonObjectBuilder builder(JsonObject json) {
        return Json.createObjectBuilder(json);
    }
}
