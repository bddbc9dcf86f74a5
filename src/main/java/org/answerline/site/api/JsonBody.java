package org.answerline.site.api;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.answerline.platform.text.JsonReaders;
import org.answerline.platform.web.PercentEncoding;

/** A JSON object read from a request: at most 64 KiB of UTF-8, whatever the sender says about its length. */
final class JsonBody {
    private static final int LIMIT = 64 * 1024;
    private static final int DEEPEST = 100;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    /** Every member: a String, a List of Strings, or the event that shows what else it is. */
    private final Map<String, Object> members = new HashMap<>();

    private JsonBody() {}

    /** Reads it in the charset that the sender names, or else in UTF-8, as JSON between programs should be. */
    static JsonBody read(InputStream body, String charset) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ProblemException(TOO_LARGE, "The body may have at most 64 KiB");
        }
        return parse(bytes, charset(charset));
    }

    static JsonBody parse(byte[] bytes, Charset charset) {
        var body = new JsonBody();
        try (var parser = JsonReaders.createParser(new StringReader(text(bytes, charset)))) {
            body.readAll(parser);
        } catch (CharacterCodingException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not " + charset);
        } catch (JsonException | NoSuchElementException e) {
            throw new ProblemException(BAD_REQUEST, "The body is not JSON");
        }
        return body;
    }

    /** The member as text; null when it is missing or null; a wrong type is added to the problems. */
    String text(String member, List<ApiProblem.Field> problems) {
        Object value = members.getOrDefault(member, Event.VALUE_NULL);
        if (value instanceof String text) {
            return text;
        }
        if (value != Event.VALUE_NULL) {
            problems.add(new ApiProblem.Field(member, "This must be a string"));
        }
        return null;
    }

    /** The member as a list of texts; empty when it is missing or null; a wrong type is added to the problems. */
    List<String> texts(String member, List<ApiProblem.Field> problems) {
        Object value = members.getOrDefault(member, Event.VALUE_NULL);
        if (value instanceof List<?> texts) {
            return texts.stream().map(String.class::cast).toList();
        }
        if (value != Event.VALUE_NULL) {
            problems.add(new ApiProblem.Field(member, "This must be an array of strings"));
        }
        return List.of();
    }

    // Read as a stream, so that numbers of any size and members we do not know are passed by, not built.
    private void readAll(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            throw new ProblemException(BAD_REQUEST, "The body must be a JSON object");
        }
        while (parser.next() == Event.KEY_NAME) {
            members.put(parser.getString(), value(parser));
        }
        if (parser.hasNext()) {
            throw new ProblemException(BAD_REQUEST, "The body must be one JSON object");
        }
    }

    private static Object value(JsonParser parser) {
        Event event = parser.next();
        if (event == Event.VALUE_STRING) {
            return parser.getString();
        }
        if (event == Event.START_ARRAY) {
            return array(parser);
        }
        pass(parser, opens(event));
        return event;
    }

    private static Object array(JsonParser parser) {
        var texts = new ArrayList<String>();
        boolean textsOnly = true;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event == Event.VALUE_STRING) {
                texts.add(parser.getString());
            } else {
                textsOnly = false;
                pass(parser, opens(event));
            }
        }
        return textsOnly ? texts : Event.START_ARRAY;
    }

    private static void pass(JsonParser parser, int opened) {
        int depth = opened;
        while (depth > 0) {
            depth += opens(parser.next());
            if (depth > DEEPEST) {
                throw new ProblemException(BAD_REQUEST, "The body is nested too deeply");
            }
        }
    }

    private static int opens(Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }

    private static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(BAD_REQUEST, "The charset of the body is not known here");
        }
    }

    // A byte that is no text is refused: guessing would store something nobody wrote. A byte order mark is none of it.
    private static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
        String text = PercentEncoding.text(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
