package org.answerline.account.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proofs of work are accepted, for how long, and how often. */
@UsesSharedDatabase
class WorkProofsTest {
    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans()
            .with(Clock.class, clock)
            .setting("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private final WorkProofs proofs = beans.get(WorkProofs.class);

    @BeforeEach
    void clean() {
        SharedDatabase.clean();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void aSolvedChallengeIsAccepted() {
        assertTrue(proofs.isValid(solved(proofs.challenge())));
    }

    @Test
    void eachIsAcceptedOnce() {
        var proof = solved(proofs.challenge());
        assertTrue(use(proof));
        assertFalse(use(proof));
        assertTrue(use(solved(proofs.challenge())));
    }

    @Test
    void itExpires() {
        var proof = solved(proofs.challenge());
        clock.pass(WorkChallenge.VALIDITY.minusSeconds(1));
        assertTrue(proofs.isValid(proof));
        clock.pass(Duration.ofSeconds(1));
        assertFalse(proofs.isValid(proof));
        assertFalse(use(proof));
    }

    @Test
    void whatHasExpiredIsNotRemembered() {
        use(solved(proofs.challenge()));
        clock.pass(WorkChallenge.VALIDITY.minusSeconds(1));
        beans.inTransaction(proofs::deleteOld);
        assertEquals(1, SharedDatabase.sql("select 1 from used_challenges").size());
        clock.pass(Duration.ofSeconds(1));
        beans.inTransaction(proofs::deleteOld);
        assertEquals(0, SharedDatabase.sql("select 1 from used_challenges").size());
    }

    @Test
    void aChallengeOfAnotherDeskOrWithAnotherTimeIsNotOurs() {
        var foreign = WorkChallenge.fresh(clock.instant()).written("another key".getBytes(StandardCharsets.UTF_8));
        assertFalse(proofs.isValid(solved(foreign)));
        var parts = proofs.challenge().split("\\.");
        var longer = (Long.parseLong(parts[0]) + 3600) + "." + parts[1] + "." + parts[2];
        assertFalse(proofs.isValid(solved(longer)));
    }

    @Test
    void aSolutionBelongsToItsChallenge() {
        assertFalse(proofs.isValid(new WorkProof(proofs.challenge(), WorkSolver.solve(proofs.challenge()))));
    }

    /** One puzzle that is left out makes the work worthless. */
    @Test
    void everyPuzzleCounts() {
        var challenge = proofs.challenge();
        var counters = WorkSolver.solve(challenge).split("\\.");
        for (int left = 0; left < counters.length; left++) {
            var some = counters.clone();
            // One number in two thousand is another solution, so the next one that is none.
            do {
                some[left] = Integer.toString(Integer.parseInt(some[left]) + 1);
            } while (WorkChallenge.isSolved(challenge, String.join(".", some)));
            assertFalse(proofs.isValid(new WorkProof(challenge, String.join(".", some))), "puzzle " + left);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "a", "-1", "0.0", "99999999999999999999", "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0", "......"})
    void whatIsNoSolutionIsNotAccepted(String solution) {
        assertFalse(proofs.isValid(new WorkProof(proofs.challenge(), solution)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.2.3", "99999999999999999999.0.0", "é"})
    void whatIsNoChallengeIsNotAccepted(String challenge) {
        assertFalse(proofs.isValid(new WorkProof(challenge, String.join(".", java.util.Collections.nCopies(16, "0")))));
    }

    private boolean use(WorkProof proof) {
        return beans.returned(() -> proofs.use(proof));
    }

    private static WorkProof solved(String challenge) {
        return new WorkProof(challenge, WorkSolver.solve(challenge));
    }
}
