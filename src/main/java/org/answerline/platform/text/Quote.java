package org.answerline.platform.text;

import java.util.Optional;

/** One line of a message, as shown above the reply to it. */
public final class Quote {

    /** The longest line, in Unicode code points. */
    static final int MOST = 120;

    private Quote() {}

    /** The first line of a text with visible characters, cut to the longest length; empty when there is none. */
    public static Optional<String> line(String text) {
        return text.lines()
                .map(InputText::cleanLine)
                .filter(line -> !InputText.isBlank(line))
                .findFirst()
                .map(Quote::cut);
    }

    private static String cut(String line) {
        return InputText.length(line) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST - 1)).strip() + "…";
    }
}
