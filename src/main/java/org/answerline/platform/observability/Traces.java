package org.answerline.platform.observability;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Continues a trace from a request to the background work that it caused, when traces are switched on.
 *
 * <p>On a server without MicroProfile Telemetry, or while it is off, no class of OpenTelemetry is loaded.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context, traceparent</a>
 */
@ApplicationScoped
public class Traces {

    private static final Logger LOG = Log.of(Traces.class);

    /** Access to the server's tracer. */
    interface Tracing {

        String current();

        void within(String traceparent, String span, Map<String, String> attributes, Runnable work);
    }

    @Inject
    private Config config;

    private Optional<Tracing> tracing = Optional.empty();

    @PostConstruct
    void look() {
        boolean on = config.getOptionalValue("otel.sdk.disabled", Boolean.class)
                .map(disabled -> !disabled)
                .orElse(false);
        if (!on) {
            return;
        }
        try {
            tracing = Optional.of(new OpenTelemetryTracing());
        } catch (LinkageError | RuntimeException none) {
            LOG.log(Level.WARNING, () -> "Tracing is enabled, but this server does not support it: " + none);
        }
    }

    /** The current trace of the thread as a traceparent; null when there is none. */
    public String current() {
        return tracing.map(Tracing::current).orElse(null);
    }

    /** Runs the work in a span of this trace, or of a new one when the traceparent is null. */
    public void within(String traceparent, String span, Map<String, String> attributes, Runnable work) {
        tracing.ifPresentOrElse(known -> known.within(traceparent, span, attributes, work), work);
    }
}
