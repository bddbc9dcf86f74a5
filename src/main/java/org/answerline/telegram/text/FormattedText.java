package org.answerline.telegram.text;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.JsonReaders;
import org.answerline.telegram.LenientJson;

/**
 * A text that a person wrote in Telegram, with the entities of its layout.
 *
 * @param entities with offsets and lengths in UTF-16 units, all inside the text
 */
public record FormattedText(String text, List<TextEntity> entities) {

    /** A text without any layout. */
    public static FormattedText plain(String text) {
        return new FormattedText(text, List.of());
    }

    /** The entities of a message's text or caption. */
    public static List<TextEntity> entitiesOf(LenientJson message) {
        return Stream.concat(message.objects("entities").stream(), message.objects("caption_entities").stream())
                .flatMap(entity -> TextEntity.read(entity).stream())
                .toList();
    }

    /**
     * A text as a person wrote it, ready to be stored: cleaned; links that cannot be passed on are replaced by their text and address.
     */
    public static FormattedText written(String text, List<TextEntity> entities) {
        return LinkText.spelledOut(new FormattedText(text, entities).clipped()).cleaned();
    }

    /**
     * A text as it was stored.
     *
     * @param entities as {@link #entitiesJson} wrote them, or null
     */
    public static FormattedText stored(String text, String entities) {
        if (entities == null) {
            return plain(text);
        }
        try (JsonReader reader = JsonReaders.createReader(new StringReader(entities))) {
            return new FormattedText(
                    text,
                    reader.readArray().getValuesAs(JsonObject.class).stream()
                            .flatMap(entity -> TextEntity.read(new LenientJson(entity)).stream())
                            .toList());
        }
    }

    /** The entities as a JSON array, or null when there are none. */
    public String entitiesJson() {
        if (entities.isEmpty()) {
            return null;
        }
        JsonArrayBuilder array = JsonReaders.createArrayBuilder();
        entities.forEach(entity -> array.add(entity.json()));
        return array.build().toString();
    }

    /** A part of it, with the entities of that part. */
    public FormattedText part(int from, int to) {
        return new FormattedText(text.substring(from, to), entities).within(from, to);
    }

    /**
     * The end of it.
     *
     * @param rest its last characters; invisible ones at the very end may be missing
     */
    public FormattedText ending(String rest) {
        int from = text.lastIndexOf(rest);
        return part(from, from + rest.length());
    }

    /** Its pieces: see {@link TextSplitter#of}. */
    public List<FormattedText> pieces(int first, int others) {
        List<FormattedText> pieces = new ArrayList<>();
        int from = 0;
        for (String piece : TextSplitter.of(text, first, others)) {
            pieces.add(part(from, from + piece.length()));
            from += piece.length();
        }
        return pieces;
    }

    /** This text, a separator and another text. */
    public FormattedText followedBy(String seam, FormattedText next) {
        int shift = text.length() + seam.length();
        List<TextEntity> all = new ArrayList<>(entities);
        next.entities.forEach(entity -> all.add(entity.over(entity.offset() + shift, entity.end() + shift)));
        return LinkText.spelledOut(new FormattedText(text + seam + next.text, List.copyOf(all)));
    }

    /**
     * With other characters in the place of some; an entity around them covers the new ones, and one that ends or begins among them is cut.
     *
     * @param from an offset in UTF-16 units, as is {@code to}
     */
    public FormattedText replaced(int from, int to, String characters) {
        int shift = characters.length() - (to - from);
        List<TextEntity> moved = entities.stream()
                .map(entity -> entity.over(
                        entity.offset() <= from ? entity.offset() : Math.max(entity.offset(), to) + shift,
                        entity.end() >= to ? entity.end() + shift : Math.min(entity.end(), from)))
                .filter(entity -> entity.length() > 0)
                .toList();
        return new FormattedText(text.substring(0, from) + characters + text.substring(to), moved);
    }

    /** With characters inserted at an offset; an entity around it covers them too. */
    FormattedText with(String inserted, int at) {
        List<TextEntity> moved = entities.stream()
                .map(entity -> entity.over(
                        entity.offset() < at ? entity.offset() : entity.offset() + inserted.length(),
                        entity.end() <= at ? entity.end() : entity.end() + inserted.length()))
                .toList();
        return new FormattedText(text.substring(0, at) + inserted + text.substring(at), moved);
    }

    private FormattedText clipped() {
        return within(0, text.length());
    }

    private FormattedText within(int from, int to) {
        List<TextEntity> inside = entities.stream()
                .filter(entity -> entity.offset() < to && entity.end() > from && entity.length() > 0)
                .map(entity -> entity.over(Math.max(entity.offset(), from) - from, Math.min(entity.end(), to) - from))
                .toList();
        return new FormattedText(text, inside);
    }

    private FormattedText cleaned() {
        String clean = InputText.clean(text);
        if (clean.length() == text.length()) {
            return new FormattedText(clean, entities);
        }
        List<TextEntity> moved = entities.stream()
                .map(entity -> entity.over(cleanOffset(entity.offset()), cleanOffset(entity.end())))
                .filter(entity -> entity.length() > 0)
                .toList();
        return new FormattedText(clean, moved);
    }

    private int cleanOffset(int offset) {
        return InputText.clean(text.substring(0, offset)).length();
    }
}
