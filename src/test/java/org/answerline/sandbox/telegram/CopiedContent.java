package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;

/** What copyMessage takes over: every kind of content except service messages, paid media, giveaways, invoices and quizzes. */
final class CopiedContent {
    private static final Set<String> CONTENT = Set.of(
            "text",
            "entities",
            "caption",
            "caption_entities",
            "photo",
            "document",
            "audio",
            "video",
            "voice",
            "video_note",
            "animation",
            "sticker",
            "contact",
            "location",
            "venue",
            "poll",
            "dice",
            "story",
            "game");

    private CopiedContent() {}

    static JsonObject of(JsonObject message) throws Refusal {
        JsonObjectBuilder copy = Json.createObjectBuilder();
        CONTENT.stream().filter(message::containsKey).forEach(name -> copy.add(name, message.get(name)));
        JsonObject content = copy.build();
        if (content.isEmpty() || isUnknownQuiz(message.getJsonObject("poll"))) {
            throw Refusal.badRequest("message can't be copied");
        }
        return content;
    }

    /** The bot is not told the right answer of a quiz that somebody else made. */
    private static boolean isUnknownQuiz(JsonObject poll) {
        return poll != null && poll.getString("type", "").equals("quiz") && !poll.containsKey("correct_option_id");
    }
}
