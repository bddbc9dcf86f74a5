package org.answerline.conversation.canned;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/**
 * A text that operators send under a name.
 *
 * @param name one word of letters, digits, _ and -, at most 32 characters, in lower case
 */
public record CannedReply(String name, FormattedText text) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N}_-]{0,31}");

    /** A name as it is stored, typed in any letter case; empty if the text is no name. */
    public static Optional<String> readName(String typed) {
        String name = InputText.strip(InputText.clean(typed)).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && InputText.length(name) <= 32 ? Optional.of(name) : Optional.empty();
    }
}
