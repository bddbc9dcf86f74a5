package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerErrorsTest {

    private static final String INFO = "2026-03-01T12:00:00.000+0000 INFO org.answerline.site.Page A page\n";
    private static final String TRACE =
            "2026-03-01T12:00:01.000+0000 WARNING jakarta.enterprise.web Servlet.service() threw exception\n"
                    + "java.lang.IllegalStateException: zip file closed\n\tat java.base/java.util.zip.ZipFile.ensureOpen(ZipFile.java:831)\n";

    @Test
    void anErrorAndAnEntryWithATraceAreShownWithWhatFollows() {
        var error = "2026-03-01T12:00:02.000+0000 SEVERE org.answerline.site.Page No page\n";
        assertEquals(List.of(TRACE.strip(), error.strip()), ServerErrors.latest(INFO + TRACE + INFO + error + INFO));
    }

    @Test
    void onlyTheLatestAreShown() {
        var log = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            log.append("2026-03-01T12:00:02.000+0000 SEVERE org.answerline.site.Page Fault ")
                    .append(i)
                    .append('\n');
        }
        var shown = ServerErrors.latest(log.toString());
        assertEquals(3, shown.size());
        assertTrue(shown.get(0).endsWith("Fault 3") && shown.get(2).endsWith("Fault 5"), shown.toString());
    }

    @Test
    void aLongTraceIsCut() {
        var shown = ServerErrors.latest(TRACE + "\tat org.answerline.Deep.call(Deep.java:1)\n".repeat(1_000));
        assertEquals(40, shown.get(0).lines().count());
    }

    @Test
    void errorsOfAJsonLogAreShown() {
        var line = "{\"Timestamp\":\"2026\",\"Level\":\"SEVERE\",\"LoggerName\":\"x\",\"LogMessage\":\"y\"}";
        assertEquals(List.of(line), ServerErrors.latest(line.replace("SEVERE", "INFO") + "\n" + line + "\n"));
    }

    @Test
    void aServerThatTestsDidNotStartHasNoLog() {
        assertEquals("", ServerErrors.latestAt(URI.create("http://localhost:1/")));
    }
}
