package org.answerline.delivery.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.answerline.platform.observability.LogContext;
import org.answerline.platform.observability.Traces;

/** Names a batch in the log lines and in the trace of the work that is done for it. */
@ApplicationScoped
public class BatchContext {

    @Inject
    private Traces traces;

    /** Runs the work as a span of the trace of the request that put the batch into the outbox; of several, the first one's. Returns its result. */
    public <T> T within(SendBatch batch, Supplier<T> work) {
        LogContext.Scope delivery = LogContext.with("delivery", joined(batch.ids()));
        LogContext.Scope message = message(batch.first().supportMessageId());
        Map<String, String> attributes = Map.of(
                "answerline.delivery",
                batch.ids().toString(),
                "answerline.purpose",
                batch.purpose().name());
        AtomicReference<T> result = new AtomicReference<>();
        try {
            traces.within(batch.first().traceparent(), "outbox deliver", attributes, () -> result.set(work.get()));
            return result.get();
        } finally {
            message.end();
            delivery.end();
        }
    }

    /** Names the support message, or that there is none. */
    public static LogContext.Scope message(Long supportMessageId) {
        return LogContext.with("message", supportMessageId == null ? "none" : supportMessageId);
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
