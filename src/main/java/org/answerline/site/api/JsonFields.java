package org.answerline.site.api;

import jakarta.json.JsonObjectBuilder;

/** Fields that may have no value. */
final class JsonFields {

    private JsonFields() {}

    static void addOrNull(JsonObjectBuilder object, String name, Long value) {
        if (value == null) {
            object.addNull(name);
        } else {
            object.add(name, value.longValue());
        }
    }

    static void addOrNull(JsonObjectBuilder object, String name, Object value) {
        if (value == null) {
            object.addNull(name);
        } else {
            object.add(name, value.toString());
        }
    }
}
