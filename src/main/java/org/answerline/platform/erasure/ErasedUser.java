package org.answerline.platform.erasure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user whose account is being erased.
 *
 * @param email empty if the account has no address, or one that another account or an unknown person may have: then what mentions the address
 *     may be about them, and stays
 * @param name the full name; empty if another account has the same, for the same reason
 * @param chats the Telegram chats that are the user's or were
 * @param messages the ids of all messages in the user's conversation
 */
public record ErasedUser(long id, String email, String name, List<Long> chats, List<Long> messages) {
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    /**
     * A regular expression of PostgreSQL (to be used with {@code ~*}) for texts and JSON that contain the whole address: not as a part of a
     * longer one. In JSON an escaped character may stand before it.
     */
    public String addressPattern() {
        return "(^|[^[:alnum:]._%+-]|\\\\[nrtbf]|\\\\u[0-9a-f]{4})" + escaped(email)
                + "($|[^[:alnum:].-]|[.]($|[^[:alnum:]]))";
    }

    /**
     * A regular expression of PostgreSQL (to be used with {@code ~}) for texts that contain the whole name. It is empty for a name of one word,
     * which may stand in a text about something else.
     */
    public Optional<String> namePattern() {
        return name.contains(" ")
                ? Optional.of("(^|[^[:alnum:]])" + escaped(name) + "($|[^[:alnum:]])")
                : Optional.empty();
    }

    private static String escaped(String text) {
        return PUNCTUATION.matcher(text).replaceAll("\\\\$0");
    }
}
