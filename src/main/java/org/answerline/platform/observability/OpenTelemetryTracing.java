package org.answerline.platform.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;

/** Creates spans with the tracer of the server's MicroProfile Telemetry. */
class OpenTelemetryTracing implements Traces.Tracing {

    private static final int TRACE = 1;
    private static final int SPAN = 2;
    private static final int FLAGS = 3;

    private final Tracer tracer = CDI.current().select(Tracer.class).get();

    @Override
    public String current() {
        SpanContext here = Span.current().getSpanContext();
        return here.isValid()
                ? "00-" + here.getTraceId() + "-" + here.getSpanId() + "-"
                        + here.getTraceFlags().asHex()
                : null;
    }

    @Override
    public void within(String traceparent, String name, Map<String, String> attributes, Runnable work) {
        SpanBuilder builder = tracer.spanBuilder(name)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(traceparent == null ? Context.root() : Context.root().with(Span.wrap(parent(traceparent))));
        attributes.forEach(builder::setAttribute);
        Span span = builder.startSpan();
        Scope scope = span.makeCurrent();
        try {
            work.run();
        } finally {
            scope.close();
            span.end();
        }
    }

    private static SpanContext parent(String traceparent) {
        String[] parts = traceparent.split("-");
        return SpanContext.createFromRemoteParent(
                parts[TRACE], parts[SPAN], TraceFlags.fromHex(parts[FLAGS], 0), TraceState.getDefault());
    }
}
