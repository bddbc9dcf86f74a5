package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    private static final String TIME = "2026-11-22T16:56:39.583+0000 ";

    @Test
    void knowsTheServersWordThatItIsReady() {
        assertTrue(entry("INFO PayaraMicro Payara Micro 6 (build 42) ready in 7,439 (ms)")
                .saysReady());
        assertFalse(entry("INFO org.example The cake is ready in 7 minutes").saysReady());
    }

    @Test
    void selectsEntriesForTheConsole() {
        assertTrue(entry("INFO org.answerline.operations.StartupServlet It is open")
                .concernsPeople());
        assertFalse(entry("INFO org.answerline.delivery.OutboxDispatcher One of many")
                .concernsPeople());
        assertTrue(entry("WARNING org.example Something").concernsPeople());
        assertTrue(entry("SEVERE PayaraMicro Something").concernsPeople());
        assertFalse(entry("INFO org.example Something").concernsPeople());
        assertFalse(entry("WARNING PayaraMicro A temporary folder").concernsPeople());
    }

    @Test
    void aStackTraceBeginsNoEntry() {
        assertEquals(Optional.empty(), LogEntry.parse("\tat org.example.Thing.run(Thing.java:1)"));
        assertEquals(Optional.empty(), LogEntry.parse(""));
    }

    private static LogEntry entry(String rest) {
        return LogEntry.parse(TIME + rest).orElseThrow();
    }
}
