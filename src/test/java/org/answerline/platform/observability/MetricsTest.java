package org.answerline.platform.observability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void prometheusReadsWhatWasCounted() {
        var metrics = new Metrics();
        metrics.count("answerline.calls", "outcome", "ok");
        metrics.count("answerline.calls", "outcome", "ok");
        metrics.time("answerline.latency", Duration.ofMillis(40));
        metrics.watch("answerline.queue", () -> 7);
        var text = metrics.text();
        assertTrue(text.contains("answerline_calls_total{outcome=\"ok\"} 2.0"), text);
        assertTrue(text.contains("answerline_latency_seconds_bucket{le=\"0.05\"} 1"), text);
        assertTrue(text.contains("answerline_latency_seconds_count 1"), text);
        assertTrue(text.contains("answerline_queue 7.0"), text);
    }
}
