package org.answerline.sandbox.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a text in parse_mode HTML and refuses it with the words, and byte offsets, of the real parser. */
final class HtmlParser {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("a", "text_link"),
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("tg-time", "date_time"),
            Map.entry("pre", "pre"),
            Map.entry("code", "code"),
            Map.entry("blockquote", "blockquote"));
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:(?:https?|ftp|tg|ton|tonsite)://\\S+|(?:mailto|tel):\\S+|[\\w-]+(?:\\.[\\w-]+)+(?:[/:?#]\\S*)?)");

    private record Open(String tag, String argument, int offset) {}

    private final HtmlCursor html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<TextEntity> entities = new ArrayList<>();

    HtmlParser(String html) {
        this.html = new HtmlCursor(html);
    }

    static boolean isLink(String url) {
        return LINK.matcher(url).matches();
    }

    FormattedText parse() throws Refusal {
        while (!html.isAtEnd()) {
            if (html.peek() == '<') {
                tag();
            } else {
                html.character(text);
            }
        }
        if (!open.isEmpty()) {
            throw fault("Can't find end tag corresponding to start tag \"" + open.peek().tag + '"');
        }
        entities.sort(Comparator.comparingInt(TextEntity::offset).thenComparingInt(entity -> -entity.length()));
        return new FormattedText(text.toString(), entities);
    }

    private void tag() throws Refusal {
        int begin = html.position();
        html.step();
        if (html.peek() == '/') {
            endTag(begin);
        } else {
            startTag(begin);
        }
    }

    private void startTag(int begin) throws Refusal {
        String name = html.until(" \t\n\r>").toLowerCase(Locale.ROOT);
        if (html.peek() == 0) {
            throw fault("Unclosed start tag", begin);
        }
        if (!TYPES.containsKey(name)) {
            throw fault("Unsupported start tag \"" + name + '"', begin);
        }
        String argument = "";
        for (html.skipSpace(); html.peek() != '>'; html.skipSpace()) {
            argument = attribute(name, argument, begin);
        }
        html.step();
        if (name.equals("span") && !argument.equals("spoiler")) {
            throw fault("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }
        open.push(new Open(name, argument, text.length()));
    }

    private String attribute(String tag, String argument, int begin) throws Refusal {
        if (html.peek() == 0) {
            throw fault("Unclosed start tag", begin);
        }
        String name = html.until(" \t\n\r=>/\"'").toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw fault("Empty attribute name in the tag \"" + tag + '"', begin);
        }
        html.skipSpace();
        String value = "";
        if (html.peek() == '=') {
            html.step();
            html.skipSpace();
            value = html.value().orElseThrow(() -> fault("Unexpected end of name token", html.position()));
            if (html.isAtEnd()) {
                throw fault("Unclosed start tag", begin);
            }
        }
        return meaning(tag, name, value, argument);
    }

    private static String meaning(String tag, String name, String value, String argument) {
        return switch (tag + ' ' + name) {
            case "a href", "tg-emoji emoji-id" -> value;
            case "code class" -> value.startsWith("language-") ? value.substring(9) : argument;
            case "span class" -> value.startsWith("tg-") ? value.substring(3) : argument;
            case "blockquote expandable" -> "expandable";
            default -> argument;
        };
    }

    private void endTag(int begin) throws Refusal {
        if (open.isEmpty()) {
            throw fault("Unexpected end tag", begin);
        }
        html.step();
        String name = html.until(" \t\n\r>");
        html.skipSpace();
        if (html.peek() != '>') {
            throw fault("Unclosed end tag", begin);
        }
        html.step();
        Open last = open.pop();
        if (!name.isEmpty() && !name.equals(last.tag)) {
            throw fault("Unmatched end tag at byte offset " + html.bytes(begin) + ", expected \"</" + last.tag
                    + ">\", found \"</" + name + ">\"");
        }
        if (text.length() > last.offset) {
            close(last);
        }
    }

    private void close(Open tag) {
        String content = text.substring(tag.offset);
        String type = TYPES.get(tag.tag);
        String argument = tag.argument;
        if (type.equals("text_link")) {
            argument = argument.isEmpty() ? content : argument;
            if (!isLink(argument)) {
                return;
            }
        } else if (type.equals("blockquote")) {
            type = argument.isEmpty() ? type : "expandable_blockquote";
            argument = "";
        } else if (type.equals("pre")) {
            argument = languageInside(tag.offset);
        } else if (type.equals("spoiler")) {
            argument = "";
        }
        entities.add(new TextEntity(type, tag.offset, content.length(), argument));
    }

    /** A code that fills a pre gives the pre its language and is itself no more. */
    private String languageInside(int offset) {
        TextEntity last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
        if (last != null && last.type().equals("code") && last.offset() == offset && last.end() == text.length()) {
            entities.remove(last);
            return last.argument();
        }
        return "";
    }

    private Refusal fault(String what, int index) {
        return fault(what + " at byte offset " + html.bytes(index));
    }

    private static Refusal fault(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }
}
