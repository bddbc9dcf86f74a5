package org.answerline.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as Telegram takes it: plain characters, and beside them the entities that lay it out.
 *
 * @param entities a JSON array of MessageEntity (offsets and lengths in UTF-16 units), or null when there are none
 * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a>
 */
public record TelegramText(String text, String entities) {

    /** Characters one message may have; cutting at as many UTF-16 units keeps every text within the limit. */
    public static final int LIMIT = 4096;

    /** A text without any layout. */
    public static TelegramText plain(String text) {
        return new TelegramText(text, null);
    }

    /** Starts a text with layout. */
    public static Builder builder() {
        return new Builder();
    }

    /** Puts a text together from pieces; what a stranger wrote goes into {@link #quote} and cannot get out of it. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Entity> entities = new ArrayList<>();

        private Builder() {}

        /** Characters as they are. */
        public Builder add(String characters) {
            text.append(characters);
            return this;
        }

        /** Bold characters. */
        public Builder bold(String characters) {
            return entity("bold", characters);
        }

        /** Somebody else's words, set apart by Telegram itself with a bar at their side. */
        public Builder quote(String characters) {
            return entity("blockquote", characters);
        }

        /** The text so far. */
        public TelegramText build() {
            return new TelegramText(text.toString(), entities.isEmpty() ? null : json());
        }

        private Builder entity(String type, String characters) {
            if (!characters.isEmpty()) {
                entities.add(new Entity(type, text.length(), characters.length()));
                text.append(characters);
            }
            return this;
        }

        private String json() {
            JsonArrayBuilder array = Json.createArrayBuilder();
            entities.forEach(entity -> array.add(Json.createObjectBuilder()
                    .add("type", entity.type)
                    .add("offset", entity.offset)
                    .add("length", entity.length)));
            return array.build().toString();
        }
    }

    private record Entity(String type, int offset, int length) {}
}
