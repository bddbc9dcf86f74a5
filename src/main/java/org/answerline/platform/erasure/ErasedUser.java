package org.answerline.platform.erasure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A user whose account is being erased.
 *
 * @param email empty if the account has no address, or one that another account or an unknown person may have: then what mentions the address
 *     may be about them, and stays
 * @param chats the Telegram chats that are the user's or were
 * @param messages the ids of all messages in the user's conversation
 */
public record ErasedUser(long id, String email, List<Long> chats, List<Long> messages) {
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    /**
     * A regular expression of PostgreSQL (to be used with {@code ~*}) for texts and JSON that contain the whole address: not as a part of a
     * longer one. In JSON an escaped character may stand before it.
     */
    public String addressPattern() {
        String escaped = PUNCTUATION.matcher(email).replaceAll("\\\\$0");
        return "(^|[^[:alnum:]._%+-]|\\\\[nrtbf]|\\\\u[0-9a-f]{4})" + escaped
                + "($|[^[:alnum:].-]|[.]($|[^[:alnum:]]))";
    }
}
