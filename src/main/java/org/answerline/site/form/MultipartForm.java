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
import org.answerline.platform.web.PercentEncoding;

/** The fields of a form with files, gathered part by part; decoded at the end, because the charset may be told in any of them. */
final class MultipartForm {
    private record Field(String name, byte[] value, Optional<Charset> charset) {}

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
        byte[] value = content.readNBytes(room + 1);
        room -= value.length;
        refuseIf(room < 0);
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

    Map<String, List<String>> fields() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach(field ->
                all.computeIfAbsent(field.name(), first -> new ArrayList<>(1)).add(text(field)));
        return all;
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
