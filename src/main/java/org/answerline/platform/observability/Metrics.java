package org.answerline.platform.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What this node did since it started, in numbers; a label has few values and never names a person. */
@ApplicationScoped
public class Metrics {
    private static final Duration[] STEPS =
            List.of(10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000, 60_000, 600_000, 3_600_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Counts one more; labels are names and values in turn. */
    public void count(String name, String... labels) {
        registry.counter(name, labels).increment();
    }

    /** Counts how long something took. */
    public void time(String name, Duration took, String... labels) {
        Timer.builder(name)
                .tags(labels)
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /** Shows a number as it is when the metrics are read. */
    public void watch(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    /**
     * Everything, for Prometheus.
     *
     * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats, text</a>
     */
    public String text() {
        return registry.scrape();
    }
}
