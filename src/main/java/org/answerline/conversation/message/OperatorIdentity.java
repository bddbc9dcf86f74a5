package org.answerline.conversation.message;

import java.util.Optional;

/**
 * The operator who wrote a message.
 *
 * @param id Telegram's user id; all anonymous administrators have the same one
 * @param firstName empty for an anonymous administrator, whose name stays unknown
 * @param fullName first and last name; empty for an anonymous administrator
 */
public record OperatorIdentity(long id, Optional<String> firstName, Optional<String> fullName) {

    /** The longest name that is stored, in UTF-16 units; Telegram's are shorter. */
    private static final int NAME_MAX = 200;

    /** Cuts the names at the longest that is stored. */
    public OperatorIdentity {
        firstName = firstName.map(OperatorIdentity::cut);
        fullName = fullName.map(OperatorIdentity::cut);
    }

    private static String cut(String name) {
        return name.length() <= NAME_MAX ? name : name.substring(0, name.offsetByCodePoints(0, NAME_MAX / 2));
    }
}
