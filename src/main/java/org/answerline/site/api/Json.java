package org.answerline.site.api;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/** The JSON provider, looked up once: the look-up reads service files of every jar. */
final class Json {
    static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    static void addOrNull(JsonObjectBuilder object, String name, Object value) {
        if (value == null) {
            object.addNull(name);
        } else {
            object.add(name, value.toString());
        }
    }
}
