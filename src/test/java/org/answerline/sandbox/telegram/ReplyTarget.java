package org.answerline.sandbox.telegram;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Which message a new one answers: reply_parameters, or the older reply_to_message_id. */
final class ReplyTarget {
    private ReplyTarget() {}

    /** The id of a message of this chat, or null for no reply. */
    static Long read(Parameters parameters, Chat chat) throws Refusal {
        Parameters reply = parameters;
        String name = "reply_to_message_id";
        if (!parameters.text("reply_parameters").isEmpty()) {
            reply = Parameters.of(object(parameters.text("reply_parameters")));
            name = "message_id";
        }
        long id = reply.number(name);
        if (chat.find(id).isPresent()) {
            return id;
        }
        if (!reply.has(name) || reply.flag("allow_sending_without_reply") || id == 0 && reply == parameters) {
            return null;
        }
        throw Refusal.badRequest("message to be replied not found");
    }

    private static JsonObject object(String json) throws Refusal {
        JsonValue value =
                AsciiJson.read(json).orElseThrow(() -> Refusal.badRequest("can't parse reply parameters JSON object"));
        if (!(value instanceof JsonObject object)) {
            throw Refusal.badRequest("object expected as reply parameters");
        }
        return object;
    }
}
