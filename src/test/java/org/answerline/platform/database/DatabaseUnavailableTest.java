package org.answerline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseUnavailableTest {

    @Test
    void anExhaustedPoolAndAStartingServerAreOutages() {
        assertTrue(DatabaseUnavailable.causes(new SQLException("Error in allocating a connection. Cause: …")));
        assertTrue(DatabaseUnavailable.causes(new IllegalStateException(new SQLException("starting up", "57P03"))));
        assertTrue(DatabaseUnavailable.causes(new IllegalStateException(new SQLException("broken", "08006"))));
    }

    @Test
    void aCommitWithUnknownOutcomeIsAnOutage() {
        assertTrue(DatabaseUnavailable.causes(new HeuristicMixedException()));
        var rolledBack = new RollbackException("the connection broke");
        rolledBack.addSuppressed(new IllegalStateException(new SQLException("broken", "08006")));
        assertEquals("broken", DatabaseUnavailable.reason(rolledBack));
        assertTrue(DatabaseUnavailable.causes(rolledBack));
        assertFalse(DatabaseUnavailable.causes(new RollbackException("ours")));
    }

    @Test
    void dataThatCannotBeTakenAndFaultsOfOursAreNot() {
        assertFalse(DatabaseUnavailable.causes(new IllegalStateException(new SQLException("too long", "22001"))));
        assertFalse(DatabaseUnavailable.causes(new IllegalStateException(new SQLException("twice", "23505"))));
        assertFalse(DatabaseUnavailable.causes(new NullPointerException()));
    }
}
