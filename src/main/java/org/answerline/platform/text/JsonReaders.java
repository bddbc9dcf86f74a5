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
 * What {@link jakarta.json.Json} offers, from a provider that was looked up once.
 *
 * <p>Each look-up reads the service files of every jar, which was half of what storing a message cost the processor.
 */
public final class JsonReaders {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonReaders() {}

    /** Reads JSON text. */
    public static JsonReader createReader(Reader text) {
        return PROVIDER.createReader(text);
    }

    /** Reads JSON text piece by piece. */
    public static JsonParser createParser(Reader text) {
        return PROVIDER.createParser(text);
    }

    /** An empty object to fill. */
    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** A copy to change. */
    public static JsonObjectBuilder createObjectBuilder(JsonObject object) {
        return PROVIDER.createObjectBuilder(object);
    }

    /** An empty array to fill. */
    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** An array of these. */
    public static JsonArrayBuilder createArrayBuilder(Collection<?> values) {
        return PROVIDER.createArrayBuilder(values);
    }
}
