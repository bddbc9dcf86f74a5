package org.answerline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void aPoolWithoutConnectionsAndAStartingServerAreWeather() {
        assertTrue(DatabaseAway.causes(new SQLException("Error in allocating a connection. Cause: …")));
        assertTrue(DatabaseAway.causes(new IllegalStateException(new SQLException("starting up", "57P03"))));
        assertTrue(DatabaseAway.causes(new IllegalStateException(new SQLException("broken", "08006"))));
    }

    @Test
    void aCommitOfWhichNobodyKnowsIsWeather() {
        assertTrue(DatabaseAway.causes(new HeuristicMixedException()));
        var rolledBack = new RollbackException("the connection broke");
        rolledBack.addSuppressed(new IllegalStateException(new SQLException("broken", "08006")));
        assertEquals("broken", DatabaseAway.reason(rolledBack));
        assertTrue(DatabaseAway.causes(rolledBack));
        assertFalse(DatabaseAway.causes(new RollbackException("ours")));
    }

    @Test
    void dataThatCannotBeTakenAndFaultsOfOursAreNot() {
        assertFalse(DatabaseAway.causes(new IllegalStateException(new SQLException("too long", "22001"))));
        assertFalse(DatabaseAway.causes(new IllegalStateException(new SQLException("twice", "23505"))));
        assertFalse(DatabaseAway.causes(new NullPointerException()));
    }
}
