package org.answerline.platform.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an e-mail address looks like. */
public final class EmailSyntax {
    /** The greatest length, in characters (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    public static final int MAX = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    // Not a full RFC 5321 check: only what cannot be an address, or could fake one in a line of text.
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s@<>()\",;:\\\\\\[\\]]+)@([^\\s@<>()\",;:\\\\\\[\\]]+)");

    private EmailSyntax() {}

    /** Whether the text can be an address. */
    public static boolean isAddress(String email) {
        Matcher matcher = ADDRESS.matcher(email);
        return InputText.length(email) <= MAX
                && email.codePoints().noneMatch(InputText::isInkless)
                && matcher.matches()
                && matcher.group(1).length() <= LONGEST_LOCAL_PART
                && isDomain(matcher.group(2));
    }

    private static boolean isDomain(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }
}
