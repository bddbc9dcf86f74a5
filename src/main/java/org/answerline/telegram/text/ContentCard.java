package org.answerline.telegram.text;

import java.util.List;
import java.util.Locale;
import org.answerline.platform.text.Texts;

/**
 * What a message contains that is neither text nor a file, as one text for the site.
 *
 * @param values the arguments of the text of its kind, cleaned
 */
public record ContentCard(Kind kind, List<String> values) {

    /** The kinds; each has a text under {@code card.} and its name. */
    public enum Kind {
        /** Latitude and longitude in degrees. */
        LOCATION,
        /** Name, address, latitude and longitude. */
        VENUE,
        /** Name and telephone number. */
        CONTACT,
        /** Question, and the options on lines of their own. */
        POLL,
        /** Emoji and value. */
        DICE,
        /** Emoji of an animated sticker. */
        STICKER,
        /** Author of a story. */
        STORY
    }

    /** The text in a language. */
    public String text(Texts texts) {
        return texts.get("card." + kind.name().toLowerCase(Locale.ROOT), values.toArray())
                .strip();
    }
}
