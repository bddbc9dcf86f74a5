package org.answerline.sandbox.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text in HTML that moves forward character by character. */
final class HtmlCursor {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?");

    private final String html;
    private int at;

    HtmlCursor(String html) {
        this.html = html;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= html.length();
    }

    void step() {
        at++;
    }

    /** Copies one character or what an entity stands for; only four entities have names. */
    void character(StringBuilder into) {
        Matcher entity = ENTITY.matcher(html).region(at, html.length());
        if (html.charAt(at) != '&' || !entity.lookingAt()) {
            into.append(html.charAt(at));
            at++;
            return;
        }
        int codePoint = codePoint(entity);
        if (codePoint <= 0 || !Character.isValidCodePoint(codePoint)) {
            into.append('&');
            at++;
            return;
        }
        into.appendCodePoint(codePoint);
        at = entity.end();
    }

    private static int codePoint(Matcher entity) {
        if (entity.group(1) != null) {
            return Integer.parseInt(entity.group(1));
        }
        if (entity.group(2) != null) {
            return Integer.parseInt(entity.group(2), 16);
        }
        return switch (entity.group(3)) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            default -> '"';
        };
    }

    /** Reads an attribute's value; none if a value without quotes ends wrongly, and the cursor is back at its start. */
    Optional<String> value() {
        char quote = peek();
        return quote == '"' || quote == '\'' ? Optional.of(quoted(quote)) : nameToken();
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (!isAtEnd() && peek() != quote) {
            character(value);
        }
        at++;
        return value.toString();
    }

    private Optional<String> nameToken() {
        int from = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '.' || peek() == '-') {
            at++;
        }
        if (!isAtEnd() && peek() != '>' && !Character.isWhitespace(peek())) {
            at = from;
            return Optional.empty();
        }
        return Optional.of(html.substring(from, at).toLowerCase(Locale.ROOT));
    }

    char peek() {
        return at < html.length() ? html.charAt(at) : 0;
    }

    void skipSpace() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    String until(String stops) {
        int from = at;
        while (at < html.length() && stops.indexOf(html.charAt(at)) < 0) {
            at++;
        }
        return html.substring(from, at);
    }

    int bytes(int index) {
        return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }
}
