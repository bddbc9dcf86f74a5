package org.answerline.platform.text;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.Reader;
import java.util.Collection;

/**
 * The factory methods of {@link jakarta.json.Json}, with a provider that is looked up once.
 *
 * <p>Each look-up reads the service files of every jar, which took half of the CPU time of storing a message.
 */
public final class JsonReaders {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonReaders() {}

    /** Creates a reader of JSON text. */
    public static JsonReader createReader(Reader text) {
        return PROVIDER.createReader(text);
    }

    /** Creates a streaming parser of JSON text. */
    public static JsonParser createParser(Reader text) {
        return PROVIDER.createParser(text);
    }

    /** Creates a builder for an empty object. */
    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** Creates a builder with a copy of an object. */
    public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    /** Creates a builder for an empty array. */
    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** Creates a builder with these values. */
    public static JsonArrayBuilder createArrayBuilder(Collection<?> values) {
        return PROVIDER.createArrayBuilder(values);
    }
}
