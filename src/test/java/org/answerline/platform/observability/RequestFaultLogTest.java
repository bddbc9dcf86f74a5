package org.answerline.platform.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RequestFaultLogTest {

    @Test
    void aClientThatHungUpIsOneLine() {
        var line = logged(new IllegalStateException(new EOFException("gone")));
        assertNull(line.getThrown());
        assertEquals(Level.INFO, line.getLevel());
        assertEquals("A request failed: java.io.EOFException: gone", line.getMessage());
    }

    @Test
    void bytesThatAreNoRequestAreOneShortLine() {
        var fault = new IllegalStateException("Unknown protocol \u0007x\r\n\u00e9" + "y".repeat(1_000));
        fault.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("org.glassfish.grizzly.X", "parse", "X.java", 1)});
        var line = logged(fault);
        assertNull(line.getThrown());
        assertTrue(line.getMessage().contains("Unknown protocol ?x?y"), line.getMessage());
        assertFalse(line.getMessage().length() > 300);
    }

    @Test
    void aFaultInTheDeskKeepsItsTrace() {
        var fault = new IllegalStateException("ours");
        var line = logged(fault);
        assertSame(fault, line.getThrown());
        assertEquals(Level.SEVERE, line.getLevel());
    }

    @Test
    void aTraceThatIsWrittenIntoTheMessageIsOneLineToo() {
        var line = new LogRecord(
                Level.WARNING, "Valve: no page\njakarta.X: y\n\tat a.B\nCaused by: java.io.EOFException\n\tat c.D");
        RequestFaultLog.shorten(line);
        assertEquals("Valve: no page: java.io.EOFException", line.getMessage());
        var ours = new LogRecord(Level.WARNING, "Valve: no page\njava.lang.X: java.io.IOException\n\tat a.B");
        RequestFaultLog.shorten(ours);
        assertEquals(Level.WARNING, ours.getLevel());
    }

    @Test
    void aStartThatFailsKeepsItsTrace() {
        var fault = new IllegalStateException("a filter cannot be made");
        fault.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.apache.X", "start", "X.java", 1)});
        assertSame(fault, logged(fault).getThrown());
    }

    private static LogRecord logged(Throwable fault) {
        var line = new LogRecord(Level.SEVERE, "A request failed");
        line.setThrown(fault);
        assertTrue(RequestFaultLog.shorten(line));
        return line;
    }
}
