package org.answerline.conversation.canned;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/** The names of canned replies: one word of letters, digits, _ and -, at most 32 characters, in any letter case. */
public final class CannedReplyName {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N}_-]{0,31}");

    private CannedReplyName() {}

    /** The name as it is stored; empty if the text is no name. */
    public static Optional<String> read(String typed) {
        String name = InputText.strip(InputText.clean(typed)).toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() && InputText.length(name) <= 32 ? Optional.of(name) : Optional.empty();
    }
}
