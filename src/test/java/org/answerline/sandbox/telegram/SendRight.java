package org.answerline.sandbox.telegram;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What members of a group may send: one permission of ChatPermissions each.
 *
 * @see <a href="https://core.telegram.org/bots/api#chatpermissions">ChatPermissions</a>
 */
public enum SendRight {
    MESSAGES,
    AUDIOS,
    DOCUMENTS,
    PHOTOS,
    VIDEOS,
    VIDEO_NOTES,
    VOICE_NOTES,
    POLLS,
    /** Animations, stickers and dice. */
    OTHER_MESSAGES;

    private record Kind(SendRight right, String words) {}

    /** By the member of a Message; of several, such as those of a venue or an animation, the first here. The words are TDLib's. */
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("animation", new Kind(OTHER_MESSAGES, "animations"));
        KINDS.put("venue", new Kind(MESSAGES, "venues"));
        KINDS.put("audio", new Kind(AUDIOS, "music"));
        KINDS.put("document", new Kind(DOCUMENTS, "documents"));
        KINDS.put("photo", new Kind(PHOTOS, "photos"));
        KINDS.put("video", new Kind(VIDEOS, "videos"));
        KINDS.put("video_note", new Kind(VIDEO_NOTES, "video notes"));
        KINDS.put("voice", new Kind(VOICE_NOTES, "voice notes"));
        KINDS.put("poll", new Kind(POLLS, "polls"));
        KINDS.put("sticker", new Kind(OTHER_MESSAGES, "stickers"));
        KINDS.put("dice", new Kind(OTHER_MESSAGES, "dice"));
        KINDS.put("contact", new Kind(MESSAGES, "contacts"));
        KINDS.put("location", new Kind(MESSAGES, "locations"));
    }

    private static final Kind TEXT = new Kind(MESSAGES, "text messages");

    /** Its name in ChatPermissions. */
    String wireName() {
        return "can_send_" + name().toLowerCase(Locale.ROOT);
    }

    /** The permission that a message with this content needs. */
    static SendRight of(JsonObject content) {
        return kind(content).right();
    }

    /** What Telegram calls messages of this kind when it refuses one. */
    static String words(JsonObject content) {
        return kind(content).words();
    }

    private static Kind kind(JsonObject content) {
        return KINDS.entrySet().stream()
                .filter(kind -> content.containsKey(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TEXT);
    }
}
