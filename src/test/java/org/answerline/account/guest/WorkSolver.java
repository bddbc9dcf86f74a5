package org.answerline.account.guest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.StringJoiner;

/** Solves the challenge of a form as the script of the page does. */
public final class WorkSolver {

    private WorkSolver() {}

    /** The counters of all puzzles, with dots between them. */
    public static String solve(String challenge) {
        var solution = new StringJoiner(".");
        for (int puzzle = 0; puzzle < WorkChallenge.PUZZLES; puzzle++) {
            int counter = 0;
            while (zeroBits(challenge + ":" + puzzle + ":" + counter) < WorkChallenge.ZERO_BITS) {
                counter++;
            }
            solution.add(Integer.toString(counter));
        }
        return solution.toString();
    }

    private static int zeroBits(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Integer.numberOfLeadingZeros((digest[0] & 0xff) << 24 | (digest[1] & 0xff) << 16 | 0x8000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
