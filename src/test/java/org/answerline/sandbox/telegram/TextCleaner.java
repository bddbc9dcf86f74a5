package org.answerline.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;

/** The silent changes Telegram makes to every text, entities moved along. */
final class TextCleaner {
    private static final String REMOVED = "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a";
    private static final String INVISIBLE = "\u00a0\u1680\u180e\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc";

    private TextCleaner() {}

    static FormattedText clean(FormattedText raw) {
        String text = raw.text();
        StringBuilder kept = new StringBuilder(text.length());
        int[] moved = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            moved[i] = kept.length();
            char c = text.charAt(i);
            if (REMOVED.indexOf(c) < 0) {
                kept.append(c < ' ' && c != '\n' ? ' ' : c);
            }
        }
        moved[text.length()] = kept.length();
        List<TextEntity> entities = new ArrayList<>();
        raw.entities().forEach(entity -> entities.add(entity.at(moved[entity.offset()], moved[entity.end()])));
        return trim(kept.toString(), entities);
    }

    /** Blanks in front stay when an entity begins on them. */
    private static FormattedText trim(String text, List<TextEntity> entities) {
        int end = text.length();
        while (end > 0 && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        int firstEntity = entities.stream().mapToInt(TextEntity::offset).min().orElse(end);
        int start = 0;
        while (start < Math.min(end, firstEntity) && isTrimmed(text.charAt(start))) {
            start++;
        }
        int from = start;
        int to = end;
        List<TextEntity> clipped = entities.stream()
                .filter(entity -> entity.offset() < to)
                .map(entity -> entity.at(entity.offset() - from, Math.min(entity.end(), to) - from))
                .filter(entity -> entity.length() > 0)
                .toList();
        return new FormattedText(text.substring(from, to), clipped);
    }

    private static boolean isTrimmed(char c) {
        return c == ' ' || c == '\n';
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c <= ' ' || c >= 0x2000 && c <= 0x200f || INVISIBLE.indexOf(c) >= 0);
    }
}
