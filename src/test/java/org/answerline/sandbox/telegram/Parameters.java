package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of one call, read as leniently as the real server reads them. */
final class Parameters {
    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_FORM = 60 << 20;
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*(-?\\d{1,18})");

    private final Map<String, String> values;
    private final Map<String, Upload> uploads;

    private Parameters(Map<String, String> values, Map<String, Upload> uploads) {
        this.values = values;
        this.uploads = uploads;
    }

    /** The query string wins over the body; a body of an unknown type is ignored. */
    static Parameters read(HttpExchange exchange) throws IOException, Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        BodyReader.form(query == null ? "" : query, values);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String lowerType = type == null ? "" : type.toLowerCase(Locale.ROOT);
        int most = lowerType.startsWith("multipart/") || sandbox(exchange) ? MAX_FORM : MAX_BODY;
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            throw Refusal.of(413, "Request Entity Too Large");
        }
        Map<String, Upload> uploads = new LinkedHashMap<>();
        if (lowerType.startsWith("multipart/form-data")) {
            BodyReader.multipart(body, type, values, uploads);
        } else if (lowerType.startsWith("application/x-www-form-urlencoded")) {
            BodyReader.form(new String(body, StandardCharsets.UTF_8), values);
        } else if (lowerType.startsWith("application/json")) {
            BodyReader.json(new String(body, StandardCharsets.UTF_8), values);
        }
        return new Parameters(values, uploads);
    }

    /** What a person sends on the page comes as JSON with the content inside. */
    private static boolean sandbox(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().startsWith("/sandbox/");
    }

    static Parameters of(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.forEach((name, value) -> values.put(name, asText(value)));
        return new Parameters(values, Map.of());
    }

    static String asText(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** The file of this name, or null. */
    Upload upload(String name) {
        return uploads.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** "12abc" is 12 and "abc" is 0, as in the real server. */
    long number(String name) {
        Matcher digits = LEADING_NUMBER.matcher(text(name));
        return digits.lookingAt() ? Long.parseLong(digits.group(1)) : 0;
    }

    boolean flag(String name) {
        String value = text(name).strip().toLowerCase(Locale.ROOT);
        return value.equals("true") || value.equals("yes") || value.equals("1");
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
