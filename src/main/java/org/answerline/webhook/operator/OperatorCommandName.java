package org.answerline.webhook.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.EditDistance;
import org.answerline.platform.text.InputText;

/** The commands of the operators' chat; its help and Telegram's menu list them in this order. */
public enum OperatorCommandName {
    /** Shows how to answer. */
    HELP,
    /** The same; Telegram's button in a new private chat sends it. */
    START,
    /** Keeps a text with the conversation that the user never sees. */
    NOTE,
    /** Withdraws an answer. */
    UNDO,
    /** Lists the conversations in which the user waits for an answer. */
    OPEN,
    /** Shows the last messages and notes of a conversation. */
    HISTORY,
    /** Shows who the user is. */
    WHO,
    /** Makes the author the owner of a conversation. */
    TAKE,
    /** Makes a conversation nobody's. */
    DROP,
    /** Closes a conversation until its user writes again. */
    CLOSE,
    /** Sends a saved text as an answer. */
    T,
    /** Saves a text. */
    SAVE,
    /** Deletes a saved text. */
    FORGET,
    /** Finds messages and notes by their words. */
    FIND,
    /** Shows how many questions were asked and answered. */
    STATS,
    /** Refuses the messages of a user, for a time or until the next command. */
    BLOCK,
    /** Accepts the messages of a user again. */
    UNBLOCK;

    /** Unlike a command that Telegram recognizes, it need not have a blank after it. */
    private static final Pattern BEGINNING = Pattern.compile("/(\\w{1,32})(?:@\\w++)?+(?![\\w/])");

    /** As many wrong, missing or additional characters are taken for a slip of the finger. */
    private static final int SLIPS = 1;

    /** The command with this name, in lower case without the slash. */
    static Optional<OperatorCommandName> of(String typed) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(typed))
                .findFirst();
    }

    /** The commands whose names are this one or differ little from it, without START. */
    public static List<OperatorCommandName> nearest(String typed) {
        return Arrays.stream(values())
                .filter(command -> command != START && isNear(command.word(), typed))
                .toList();
    }

    /**
     * The command that a text begins with, as it was typed, if it is known or almost known: "/note" in "/note: calls back". A path such as
     * "/open/source" is none.
     */
    static Optional<String> beginning(String text) {
        Matcher command = BEGINNING.matcher(InputText.strip(text));
        return command.lookingAt()
                        && !nearest(command.group(1).toLowerCase(Locale.ROOT)).isEmpty()
                ? Optional.of("/" + command.group(1))
                : Optional.empty();
    }

    /** A name of one letter is near itself only: any other letter would be one slip from it. */
    private static boolean isNear(String word, String typed) {
        return EditDistance.of(word, typed) <= Math.min(SLIPS, word.length() - 1);
    }

    /** The name without the slash. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
