package org.answerline.platform.text;

import java.util.regex.Pattern;

/** Makes user input safe to store: PostgreSQL refuses NUL, and UTF-8 cannot encode a lone surrogate. */
public final class InputText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final Pattern LINE_ENDS = Pattern.compile("[\\n\\t\\u2028\\u2029]+");

    private InputText() {}

    /** The text without control characters other than line feed and tab, lone surrogates replaced; null becomes empty. */
    public static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        var clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(InputText::isKept)
                .map(InputText::whole)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The cleaned text as one line: line ends and tabs become spaces, spaces at both ends are removed. */
    public static String cleanLine(String typed) {
        return LINE_ENDS.matcher(clean(typed)).replaceAll(" ").strip();
    }

    /** The text without invisible characters at both ends: white space of any kind and zero-width characters. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInkless(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isInkless(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Whether the text contains only invisible characters: white space, format characters and letters without a glyph. */
    public static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(InputText::isInkless);
    }

    /** The length in code points, not in UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether a character has no visible glyph. */
    public static boolean isInkless(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.CONTROL
                || isFiller(character)
                || isVariationSelector(character);
    }

    private static boolean isKept(int character) {
        return character == '\n' || character == '\t' || Character.getType(character) != Character.CONTROL;
    }

    private static int whole(int character) {
        return Character.getType(character) == Character.SURROGATE ? REPLACEMENT : character;
    }

    // Hangul fillers, the combining grapheme joiner, Khmer inherent vowels and the empty Braille cell.
    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0x180B && character <= 0x180F
                || character >= 0xE0100 && character <= 0xE01EF;
    }
}
