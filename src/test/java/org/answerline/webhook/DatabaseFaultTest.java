package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFaultTest {

    @Test
    void aPoolWithoutConnectionsAndAStartingServerAreTheDatabasesFault() {
        assertTrue(DatabaseFault.isIn(new SQLException("Error in allocating a connection")));
        assertTrue(DatabaseFault.isIn(new IllegalStateException(new SQLException("starting up", "57P03"))));
        assertTrue(DatabaseFault.isIn(new IllegalStateException(new SQLException("broken", "08006"))));
    }

    @Test
    void dataThatCannotBeTakenAndFaultsOfOursAreNot() {
        assertFalse(DatabaseFault.isIn(new IllegalStateException(new SQLException("too long", "22001"))));
        assertFalse(DatabaseFault.isIn(new IllegalStateException(new SQLException("twice", "23505"))));
        assertFalse(DatabaseFault.isIn(new NullPointerException()));
    }
}
