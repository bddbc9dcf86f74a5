package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Optional;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.TraceCollector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Switched on, a trace leads from the form through the outbox to Telegram, and tells nobody's secret. */
@Tag("main-loop")
@Tag("payara-only")
@UsesDesk(value = SharedDesk.OPTIONAL_FEATURES, together = SharedDesk.USUAL_TOGETHER)
class TracesIT {
    private static TraceCollector collector;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPTIONAL_FEATURES.desk();
        collector = desk.traces();
    }

    @Test
    void leadFromTheRequestToTelegram() {
        var ann = Customer.linked(desk, "Ann Traced");
        ann.browser().ask("Zebras", "Where is the zebra?").expect(303);
        var operator = new Operator(desk);
        operator.reply(operator.sees("Where is the zebra?"), "In the zoo");
        ann.receives("In the zoo");
        assertLeadsToTelegram("POST /support");
        assertLeadsToTelegram("POST /telegram");
        desk.visitor().get("/account/reset/abcdefghijklmnopqrstuvwxyz012345/").expect(410);
        desk.visitor().get("/account/guest/abcdefghijklmnopqrstuvwxyz012345/").expect(410);
        ann.browser().get("/support/").expect(200);
        Await.until("the last page", () -> collector.spans().stream()
                .anyMatch(span -> span.getName().startsWith("GET /support")));
        var all = collector.spans().toString();
        for (var secret : List.of(
                desk.telegram().token(),
                desk.telegram().token().replaceFirst(".*:", ""),
                desk.webhookSecret(),
                "zebra",
                "the zoo",
                "abcdefghijklmnop",
                ann.browser().email())) {
            assertFalse(all.contains(secret), "a trace tells " + secret);
        }
    }

    @Test
    void areOffUnlessAskedFor() {
        var usual = SharedDesk.USUAL_TOGETHER.desk();
        var question = Customer.words("Nobody traces this");
        usual.signedIn("Bob").submitFeedback("", question);
        new Operator(usual).sees(question);
        assertEquals(
                0L,
                usual.database()
                        .sql("select count(*) as traced from deliveries where traceparent is not null")
                        .get(0)
                        .get("traced"));
    }

    private static void assertLeadsToTelegram(String request) {
        Await.until("three spans of " + request, () -> collector.spans().stream()
                .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER
                        && span.getName().startsWith(request))
                .anyMatch(asked -> child(asked, Span.SpanKind.SPAN_KIND_CONSUMER)
                        .flatMap(delivery -> child(delivery, Span.SpanKind.SPAN_KIND_CLIENT))
                        .isPresent()));
    }

    private static Optional<Span> child(Span parent, Span.SpanKind kind) {
        return collector.spans().stream()
                .filter(span -> span.getTraceId().equals(parent.getTraceId())
                        && span.getParentSpanId().equals(parent.getSpanId())
                        && span.getKind() == kind)
                .findFirst();
    }
}
