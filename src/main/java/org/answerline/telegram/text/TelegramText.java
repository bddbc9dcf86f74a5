package org.answerline.telegram.text;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.MessageReference;

/**
 * A text as Telegram accepts it: plain characters, and the entities of their layout.
 *
 * @param entities a JSON array of MessageEntity (offsets and lengths in UTF-16 units), or null when there are none
 * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a>
 */
public record TelegramText(String text, String entities) {

    /** Characters one message may have; cutting at as many UTF-16 units keeps every text within the limit. */
    public static final int LIMIT = 4096;

    /** Characters the caption of a file may have. */
    public static final int CAPTION_LIMIT = 1024;

    /** A text without any layout. */
    public static TelegramText plain(String text) {
        return new TelegramText(text, null);
    }

    /** A text of the bot about a support message; a reply to it finds that message. */
    public static TelegramText about(long supportMessageId, String text) {
        return builder().reference(supportMessageId).add(text).build();
    }

    /** One text made of several. */
    public static TelegramText joined(List<TelegramText> texts, String seam) {
        List<Integer> offsets = offsets(texts, seam);
        JsonArrayBuilder entities = JsonReaders.createArrayBuilder();
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).shifted(offsets.get(i)).forEach(entities::add);
        }
        String text = texts.stream().map(TelegramText::text).collect(Collectors.joining(seam));
        return new TelegramText(text, entities.build().toString());
    }

    /** The offset of each of several texts when they are joined, in UTF-16 units. */
    public static List<Integer> offsets(List<TelegramText> texts, String seam) {
        List<Integer> offsets = new ArrayList<>();
        int next = 0;
        for (TelegramText each : texts) {
            offsets.add(next);
            next += each.text.length() + seam.length();
        }
        return offsets;
    }

    /** How many entities it has; Telegram keeps 100 of a message. */
    public int entityCount() {
        return shifted(0).size();
    }

    private List<JsonObject> shifted(int by) {
        if (entities == null) {
            return List.of();
        }
        try (JsonReader reader = JsonReaders.createReader(new StringReader(entities))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(entity -> JsonReaders.createObjectBuilder(entity)
                            .add("offset", entity.getInt("offset") + by)
                            .build())
                    .toList();
        }
    }

    /** Starts a text with layout. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a text from pieces; the words of a user go into {@link #quote} and cannot get out of it. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<JsonObject> entities = new ArrayList<>();

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

        /** Names a support message invisibly, so that a reply to this text finds it even without the message_id. */
        public Builder reference(long supportMessageId) {
            String url = MessageReference.url(supportMessageId);
            marked(new TextEntity(TextEntity.TEXT_LINK, 0, MessageReference.INVISIBLE.length(), url, null));
            text.append(MessageReference.INVISIBLE);
            return this;
        }

        /** Characters with their layout. */
        public Builder add(FormattedText formatted) {
            formatted.entities().forEach(this::marked);
            return add(formatted.text());
        }

        /** The words of a user as a block quote; quotes inside a quote are not possible. */
        public Builder quote(FormattedText formatted) {
            marked(new TextEntity("blockquote", 0, formatted.text().length(), null, null));
            formatted.entities().stream()
                    .filter(entity -> !entity.isBlockquote())
                    .forEach(this::marked);
            return add(formatted.text());
        }

        private void marked(TextEntity entity) {
            int start = text.length();
            if (entity.length() > 0) {
                entities.add(entity.over(start + entity.offset(), start + entity.end())
                        .json());
            }
        }

        /** The text so far. */
        public TelegramText build() {
            return new TelegramText(text.toString(), entities.isEmpty() ? null : json());
        }

        private Builder entity(String type, String characters) {
            marked(new TextEntity(type, 0, characters.length(), null, null));
            return add(characters);
        }

        private String json() {
            JsonArrayBuilder array = JsonReaders.createArrayBuilder();
            entities.forEach(array::add);
            return array.build().toString();
        }
    }
}
