package org.answerline.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what Telegram marks by itself in a plain text: commands, addresses, mentions. */
final class FoundEntities {
    private static final Pattern FOUND = Pattern.compile("(?<email>[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+)"
            + "|(?<url>https?://[^\\s<>\"]{1,2000}[^\\s<>\".,;:!?)])"
            + "|(?<mention>(?<![\\w@])@[A-Za-z]\\w{3,31})"
            + "|(?<command>(?<![\\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\\w{3,32})?(?![\\w/<>]))");

    private FoundEntities() {}

    static List<TextEntity> in(FormattedText text) {
        List<TextEntity> found = new ArrayList<>();
        Matcher matcher = FOUND.matcher(text.text());
        while (matcher.find()) {
            TextEntity entity = new TextEntity(type(matcher), matcher.start(), matcher.end() - matcher.start(), "");
            if (text.entities().stream().noneMatch(other -> covers(other, entity))) {
                found.add(entity);
            }
        }
        return found;
    }

    private static String type(Matcher matcher) {
        if (matcher.group("email") != null) {
            return "email";
        }
        if (matcher.group("url") != null) {
            return "url";
        }
        return matcher.group("mention") != null ? "mention" : "bot_command";
    }

    /** Bold and the like may lie over an address, code and links may not. */
    private static boolean covers(TextEntity other, TextEntity found) {
        boolean exclusive = List.of("code", "pre", "text_link").contains(other.type());
        return exclusive && other.offset() < found.end() && found.offset() < other.end();
    }
}
