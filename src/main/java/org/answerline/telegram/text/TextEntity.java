package org.answerline.telegram.text;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.LenientJson;

/**
 * A part of a text with a layout.
 *
 * @param offset in UTF-16 units, as is {@code length}
 * @param url the address of a text_link, else null
 * @param language the language of a pre, if it has one, else null
 * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity</a>
 */
public record TextEntity(String type, int offset, int length, String url, String language) {

    static final String TEXT_LINK = "text_link";

    /** Types that a bot may send; Telegram finds addresses, commands and the like by itself, and bots may not send premium emoji. */
    private static final Set<String> SENT_AGAIN = Set.of(
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "code",
            "pre",
            "blockquote",
            "expandable_blockquote",
            TEXT_LINK);

    /** Reads an entity leniently; empty if a bot cannot send it, or its values make no sense. */
    static Optional<TextEntity> read(LenientJson entity) {
        String type = entity.text("type").orElse("");
        String url = entity.text("url").orElse(null);
        Optional<Long> offset = entity.number("offset").filter(TextEntity::isSmall);
        Optional<Long> length = entity.number("length").filter(TextEntity::isSmall);
        boolean sensible = SENT_AGAIN.contains(type) && (url != null || !type.equals(TEXT_LINK));
        if (!sensible || offset.isEmpty() || length.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TextEntity(
                type,
                offset.get().intValue(),
                length.get().intValue(),
                type.equals(TEXT_LINK) ? url : null,
                entity.text("language").orElse(null)));
    }

    private static boolean isSmall(long number) {
        return number >= 0 && number <= 1 << 20;
    }

    int end() {
        return offset + length;
    }

    /** Whether it is a link with a text of its own. */
    public boolean isLink() {
        return type.equals(TEXT_LINK);
    }

    boolean isBlockquote() {
        return type.endsWith("blockquote");
    }

    /** The same layout for another part of a text. */
    TextEntity over(int start, int end) {
        return new TextEntity(type, start, end - start, url, language);
    }

    /** The JSON of the Bot API and of the API of the site. */
    public JsonObject json() {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("type", type)
                .add("offset", offset)
                .add("length", length);
        if (url != null) {
            json.add("url", url);
        }
        if (language != null) {
            json.add("language", language);
        }
        return json.build();
    }
}
