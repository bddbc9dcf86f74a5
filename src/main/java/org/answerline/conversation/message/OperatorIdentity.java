package org.answerline.conversation.message;

import java.util.List;
import java.util.Optional;

/**
 * The operator who wrote a message.
 *
 * @param id Telegram's user id; all anonymous administrators have the same one; 0 if Telegram names no author
 * @param firstName empty for an anonymous administrator, whose name stays unknown
 * @param fullName first and last name; empty for an anonymous administrator
 */
public record OperatorIdentity(long id, Optional<String> firstName, Optional<String> fullName) {

    /** The longest name that is stored, in UTF-16 units; Telegram's are shorter. */
    private static final int NAME_MAX = 200;

    /** The senders that Telegram shows for every anonymous administrator, for everybody who writes as a channel, and for no author. */
    private static final List<Long> SHARED_IDS = List.of(1_087_968_824L, 136_817_688L, 0L);

    /** Cuts the names at the longest that is stored. */
    public OperatorIdentity {
        firstName = firstName.map(OperatorIdentity::cut);
        fullName = fullName.map(OperatorIdentity::cut);
    }

    /** Whether several people write as this sender, so that nobody knows whether two messages are from the same one. */
    public boolean isAnonymous() {
        return SHARED_IDS.contains(id);
    }

    private static String cut(String name) {
        return name.length() <= NAME_MAX ? name : name.substring(0, name.offsetByCodePoints(0, NAME_MAX / 2));
    }
}
