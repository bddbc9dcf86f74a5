package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

/**
 * Open pages by the thousand cost neither threads nor connections to the database, and little memory.
 *
 * <p>{@code mvn verify -Dit.test=EventStreamLoadIT -Dopen.pages=10000} does it with as many as are wanted.
 */
@UsesDesk(SharedDesk.PROXY_SIGN_IN)
class EventStreamLoadIT {
    private static final int FEW = 80;
    private static final int PAGES = Integer.getInteger("open.pages", 2_000);

    /** Half as much again as docs/operating.md says of one open page, in bytes. */
    private static final long SAID = 40_000;

    @Test
    void theyCostNoThreadsNoConnectionsAndLittleMemory() throws IOException {
        var desk = SharedDesk.PROXY_SIGN_IN.desk();
        try (var crowd = new EventStreamClients(desk.url())) {
            crowd.grow(FEW);
            var before = ServerResources.of(desk);
            crowd.grow(FEW + PAGES);
            Await.until("a sign of life on each", Duration.ofMinutes(2), () -> crowd.told("\n:\n") == FEW + PAGES);
            var after = ServerResources.of(desk);
            System.out.printf("%d open pages: %s became %s%n", PAGES, before, after);
            assertTrue(after.threads() < before.threads() + 20, before + " became " + after);
            assertTrue(after.connections() < before.connections() + 10, before + " became " + after);
            assertTrue(after.heap() - before.heap() < PAGES * SAID, before + " became " + after);

            ask(desk, EventStreamClients.reader(FEW + PAGES - 1), "to the pages opened last");
            Await.until("the news", () -> crowd.told("to the pages opened last") == EventStreamClients.PAGES_EACH);
            assertEquals(0, crowd.over());
        }
    }

    private static void ask(Desk desk, String reader, String words) {
        var question = Json.createObjectBuilder().add("message", words).build().toString();
        var proxy = desk.visitor();
        proxy.send(proxy.request("/api/feedback/submit/")
                        .header("X-Remote-Email", reader)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(question)))
                .expect(201);
    }
}
