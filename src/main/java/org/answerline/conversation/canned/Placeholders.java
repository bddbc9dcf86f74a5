package org.answerline.conversation.canned;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/** Fills the placeholders of a canned reply, such as {@code {name}}; braces around anything but one word are ordinary text. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{M}\\p{N}_]{0,31})}");

    private Placeholders() {}

    /**
     * The text with its placeholders filled, all of them or none.
     *
     * @param values by the names of the placeholders in lower case; a blank value is as good as none
     */
    static FilledReply fill(FormattedText text, Map<String, String> values) {
        FormattedText filled = text;
        int shift = 0;
        Matcher found = PLACEHOLDER.matcher(text.text());
        while (found.find()) {
            String value = values.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), "");
            if (InputText.isBlank(value)) {
                return new FilledReply.Missing(found.group());
            }
            filled = filled.replaced(found.start() + shift, found.end() + shift, value);
            shift += value.length() - found.group().length();
        }
        return new FilledReply.Ready(filled);
    }
}
