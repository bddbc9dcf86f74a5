package org.answerline.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    CLOSE;

    /** As many wrong, missing or additional characters are taken for a slip of the finger. */
    private static final int SLIPS = 1;

    /** The command with this name, in lower case without the slash. */
    static Optional<OperatorCommandName> of(String typed) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(typed))
                .findFirst();
    }

    /** The commands whose names are this one or differ little from it, without START. */
    static List<OperatorCommandName> nearest(String typed) {
        return Arrays.stream(values())
                .filter(command -> command != START && distance(command.word(), typed) <= SLIPS)
                .toList();
    }

    /** The name without the slash. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many characters have to be changed, added, removed or exchanged with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(one, other, i, j, steps);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(String one, String other, int i, int j, int[][] steps) {
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
