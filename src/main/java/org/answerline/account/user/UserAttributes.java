package org.answerline.account.user;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerline.platform.text.JsonReaders;

/** Attributes of a user as the column holds them: a JSON object of texts, null for none. */
final class UserAttributes {

    private UserAttributes() {}

    static String write(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        JsonObjectBuilder object = JsonReaders.createObjectBuilder();
        attributes.forEach(object::add);
        return object.build().toString();
    }

    static Map<String, String> read(String column) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (column != null) {
            try (JsonReader reader = JsonReaders.createReader(new StringReader(column))) {
                reader.readObject().forEach((name, value) -> attributes.put(name, ((JsonString) value).getString()));
            }
        }
        return attributes;
    }
}
