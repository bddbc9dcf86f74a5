package org.answerline.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.answerline.platform.text.JsonReaders;

/**
 * A text message to one chat.
 *
 * @param entities a JSON array of MessageEntity, or null; with it a text needs no escaping and no user can break its layout
 * @param replyToMessageId the message of that chat it answers, or null; sent without it when that message is gone
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>
 */
public record OutgoingMessage(long chatId, String text, String entities, Long replyToMessageId) {

    JsonObject parameters() {
        JsonObjectBuilder parameters = JsonReaders.createObjectBuilder()
                .add("chat_id", chatId)
                .add("text", text)
                .add("link_preview_options", JsonReaders.createObjectBuilder().add("is_disabled", true));
        if (entities != null) {
            parameters.add("entities", array(entities));
        }
        if (replyToMessageId != null) {
            parameters.add("reply_parameters", replyTo(replyToMessageId));
        }
        return parameters.build();
    }

    static JsonObjectBuilder replyTo(long messageId) {
        return JsonReaders.createObjectBuilder().add("message_id", messageId).add("allow_sending_without_reply", true);
    }

    static JsonArray array(String json) {
        try (JsonReader reader = JsonReaders.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
