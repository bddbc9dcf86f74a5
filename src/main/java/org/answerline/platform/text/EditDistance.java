package org.answerline.platform.text;

/** How different two words are. */
public final class EditDistance {

    private EditDistance() {}

    /** How many characters have to be changed, added, removed or exchanged with their neighbour (optimal string alignment). */
    public static int of(String one, String other) {
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
