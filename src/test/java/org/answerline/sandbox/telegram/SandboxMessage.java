package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A message of a chat as it stood at one moment.
 *
 * @param chatId the chat, which with {@code id} names the message
 * @param id the message's number, unique inside its chat only
 * @param fromBot whether the bot sent it
 * @param json the Bot API's Message object
 * @param deleted whether it has been deleted since
 * @param reaction the bot's reaction to it, or an empty string
 */
public record SandboxMessage(long chatId, long id, boolean fromBot, JsonObject json, boolean deleted, String reaction) {

    /** The text, else the caption, else an empty string. */
    public String text() {
        return json.getString("text", json.getString("caption", ""));
    }

    /** The entities of the text or caption, offsets in UTF-16 units; never null. */
    public JsonArray entities() {
        String name = json.containsKey("text") ? "entities" : "caption_entities";
        return json.containsKey(name) ? json.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The id of the message it answers, in the same chat. */
    public OptionalLong replyTo() {
        JsonObject original = json.getJsonObject("reply_to_message");
        return original == null
                ? OptionalLong.empty()
                : OptionalLong.of(original.getJsonNumber("message_id").longValue());
    }

    /** The keyboard under the message, an empty object if there is none. */
    public JsonObject replyMarkup() {
        return json.containsKey("reply_markup") ? json.getJsonObject("reply_markup") : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** When it was sent, in whole seconds. */
    public Instant date() {
        return Instant.ofEpochSecond(json.getInt("date"));
    }

    /** Whether it has been edited. */
    public boolean edited() {
        return json.containsKey("edit_date");
    }

    SandboxMessage withJson(JsonObject newJson) {
        return new SandboxMessage(chatId, id, fromBot, newJson, deleted, reaction);
    }

    SandboxMessage asDeleted() {
        return new SandboxMessage(chatId, id, fromBot, json, true, reaction);
    }

    SandboxMessage withReaction(String emoji) {
        return new SandboxMessage(chatId, id, fromBot, json, deleted, emoji);
    }

    JsonObject asReplyTarget() {
        return Json.createObjectBuilder(json).remove("reply_to_message").build();
    }

    @Override
    public String toString() {
        String mark = deleted ? " (deleted)" : edited() ? " (edited)" : "";
        String answer = replyTo().isPresent() ? " re " + replyTo().getAsLong() : "";
        return "%d#%d%s %s%s: %s".formatted(chatId, id, answer, fromBot ? "bot" : "person", mark, text());
    }
}
