package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.answerline.sandbox.chaos.Chaos;
import org.answerline.sandbox.chaos.ChaosPlan;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of the chaos run with operators in a forum; docs/reliability.md says how to run ten of them. */
@Tag("payara-only")
@Order(1)
class ChaosIT {

    @Test
    void nothingIsLostDoubledOrReorderedWhileEverythingBreaks() {
        var folder = Path.of(System.getProperty("answerline.server")).resolveSibling("chaos-short");
        var plan = new ChaosPlan(
                Long.getLong("chaos.seed", 3),
                true,
                Duration.ofSeconds(60),
                8,
                Duration.ofSeconds(2),
                Duration.ofSeconds(9),
                folder);
        var report = Chaos.run(plan);
        assertTrue(report.holds(), report.text());
        assertTrue(report.serversKilled() >= 1, report.text());
        assertTrue(report.databaseKilled() >= 1, report.text());
        assertTrue(report.stored() >= 50, report.text());
    }
}
