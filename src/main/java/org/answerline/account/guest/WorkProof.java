package org.answerline.account.guest;

/**
 * The proof of work of a form, as it came.
 *
 * @param solution empty if the browser runs no scripts, or was not able to compute it
 */
public record WorkProof(String challenge, String solution) {

    /** From the fields of a form, of which any may be missing. */
    public static WorkProof typed(String challenge, String solution) {
        return new WorkProof(challenge == null ? "" : challenge, solution == null ? "" : solution);
    }

    /** Whether there is one, right or wrong. */
    public boolean isThere() {
        return !solution.isEmpty();
    }
}
