package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the three kinds of request body; the first value of a name stays. */
final class BodyReader {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern PART_NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*\\bname=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\bfilename=\"([^\"]*)\"");
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private BodyReader() {}

    static void form(String body, Map<String, String> into) {
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException lonePercent) {
            return text;
        }
    }

    /** A fault in the JSON is no error: what came before it counts, the rest does not. */
    static void json(String body, Map<String, String> into) {
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                return;
            }
            JsonParser.Event event = parser.next();
            while (event == JsonParser.Event.KEY_NAME) {
                String name = parser.getString();
                parser.next();
                JsonValue value = parser.getValue();
                String text = Parameters.asText(value);
                if (LONE_SURROGATE.matcher(text).find()) {
                    return;
                }
                event = parser.next();
                into.putIfAbsent(name, text);
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException fault) {
            // Nothing to do: the values read so far stand.
        }
    }

    static void multipart(byte[] body, String type, Map<String, String> into, Map<String, Upload> uploads) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return;
        }
        String raw = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        for (String part : raw.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
            int head = part.indexOf("\r\n\r\n");
            Matcher name = PART_NAME.matcher(part);
            if (head >= 0 && name.find() && name.start() < head) {
                byte[] value = part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1);
                Matcher fileName = FILE_NAME.matcher(part.substring(0, head));
                if (fileName.find()) {
                    uploads.putIfAbsent(name.group(1), new Upload(utf8(fileName.group(1)), value));
                } else {
                    into.putIfAbsent(name.group(1), new String(value, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static String utf8(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
