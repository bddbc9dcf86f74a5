package org.answerline.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * Words of an operator that begin with the number of a question, such as "#12 It is on its way".
 *
 * @param number as questions are counted; not known to be one that was given
 * @param text the words behind it, empty when there are none
 */
public record NumberedText(long number, String text) {

    /** What belongs to the digits makes another number or word of them: "#12.5", "#12a", "#12-14". */
    private static final Pattern NUMBER =
            Pattern.compile("#([1-9][0-9]{0,17})(?![\\p{L}\\p{N}_]|[.,:/-]\\p{N}|[/-]\\p{L})");

    private static final String SEPARATORS = ":,.;-–—";

    /** The number that these words begin with, whatever stands before it that nobody sees. */
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
