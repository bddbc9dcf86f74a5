package org.answerline.site.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.answerline.platform.web.PercentEncoding;

/** The fields of a form with files, collected part by part and decoded at the end, because any of them may name the charset. */
final class MultipartForm {
    private record Field(String name, byte[] value, Optional<Charset> charset) {}

    /** So much more than a form may have is read, so that the person who typed it gets it back, in bytes. */
    private static final int SHOWN = 1024 * 1024;

    private final List<Field> fields = new ArrayList<>();
    private Charset charset;
    private int room = BufferedFormRequest.LIMIT;
    private int parts;

    /** The charset is that of parts that name none. */
    MultipartForm(Charset charset) {
        this.charset = charset;
    }

    /** The charset of names and of texts that have none of their own, as far as it is known. */
    Charset charset() {
        return charset;
    }

    /** Takes the text of a field. */
    void add(PartHeader part, InputStream content) throws IOException {
        count();
        byte[] value = content.readNBytes(Math.max(0, room + SHOWN));
        room -= value.length;
        if (FormFields.CHARSET.equals(part.name())) {
            charset = FormFields.charset(new String(value, StandardCharsets.US_ASCII));
        }
        if (part.name() != null) {
            fields.add(new Field(part.name(), value, part.charset()));
        }
    }

    /** Takes the id of a file that has been stored. */
    void addFile(String id) {
        count();
        fields.add(new Field(FormUploads.FIELD, id.getBytes(StandardCharsets.US_ASCII), Optional.empty()));
    }

    /** Counts a part of which nothing is taken. */
    void count() {
        refuseIf(++parts > FormFields.MOST);
    }

    /** The text of the field added last. */
    String last() {
        return text(fields.get(fields.size() - 1));
    }

    /** More text than a form may have; its fields cannot be taken then. */
    boolean isTooLong() {
        return room < 0;
    }

    /** @throws FormRefusedException 413, with the text as far as it was read, if it is too long */
    Map<String, List<String>> fields() {
        if (isTooLong()) {
            throw FormRefusedException.tooLarge("The form", FormFields.first(fields(this::textOfCut)));
        }
        return fields(this::text);
    }

    private Map<String, List<String>> fields(Function<Field, String> decoder) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach(field ->
                all.computeIfAbsent(field.name(), first -> new ArrayList<>(1)).add(decoder.apply(field)));
        return all;
    }

    private String textOfCut(Field field) {
        return PercentEncoding.textOfCut(field.value(), field.charset().orElse(charset));
    }

    private String text(Field field) {
        try {
            return PercentEncoding.text(field.value(), field.charset().orElse(charset))
                    .replace("\0", "");
        } catch (CharacterCodingException other) {
            throw FormRefusedException.malformed("The form is not in the charset it should be in", other);
        }
    }

    private static void refuseIf(boolean tooLarge) {
        if (tooLarge) {
            throw FormRefusedException.tooLarge("The form");
        }
    }
}
