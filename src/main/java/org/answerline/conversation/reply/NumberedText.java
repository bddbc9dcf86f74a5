package org.answerline.conversation.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * A text of an operator that begins with the number of a question, such as "#12 It is on its way".
 *
 * @param number the number of a question, which may not exist
 * @param text the text after the number, may be empty
 */
public record NumberedText(long number, String text) {

    /** Does not match when further characters belong to the digits: "#12.5", "#12a", "#12-14". */
    private static final Pattern NUMBER =
            Pattern.compile("#([1-9][0-9]{0,17})(?![\\p{L}\\p{N}_]|[.,:/-]\\p{N}|[/-]\\p{L})");

    private static final String SEPARATORS = ":,.;-–—";

    /** Finds the number at the beginning of a text, after any invisible characters. */
    public static Optional<NumberedText> in(String text) {
        String typed = InputText.strip(text);
        Matcher number = NUMBER.matcher(typed);
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(new NumberedText(Long.parseLong(number.group(1)), behind(typed, number.end())));
    }

    private static String behind(String typed, int end) {
        String rest = InputText.strip(typed.substring(end));
        boolean separated = !rest.isEmpty() && SEPARATORS.indexOf(rest.charAt(0)) >= 0;
        return separated ? InputText.strip(rest.substring(1)) : rest;
    }
}
