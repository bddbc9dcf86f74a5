package org.answerline.site.api;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JSON object read from a request: at most 64 KiB of UTF-8, whatever the sender says about its length. */
final class JsonBody {
    private static final int LIMIT = 64 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final JsonObject object;

    private JsonBody(JsonObject object) {
        this.object = object;
    }

    static JsonBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ProblemException(TOO_LARGE, "The body may have at most 64 KiB");
        }
        return parse(bytes);
    }

    static JsonBody parse(byte[] bytes) {
        try (var reader = Json.PROVIDER.createReader(new StringReader(utf8(bytes)))) {
            JsonStructure value = reader.read();
            if (value instanceof JsonObject object) {
                return new JsonBody(object);
            }
            throw new ProblemException(BAD_REQUEST, "The body must be a JSON object");
        } catch (CharacterCodingException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not UTF-8");
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not JSON");
        }
    }

    /** The member as text; null when it is missing or null; a wrong type is added to the problems. */
    String text(String member, List<Problem.Field> problems) {
        JsonValue value = object.getOrDefault(member, JsonValue.NULL);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value != JsonValue.NULL) {
            problems.add(new Problem.Field(member, "This must be a string"));
        }
        return null;
    }

    // A byte that is not UTF-8 is refused: guessing would store something nobody wrote.
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
