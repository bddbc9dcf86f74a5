package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Set;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.Test;

/** A probe says to start a node again only for what that fixes, and to pass it by only for what it cannot do. */
class HealthProbesIT {
    private static final Set<String> WORKERS = Set.of(
            "outbox-dispatcher",
            "broadcast-sender",
            "broadcast-receiver",
            "open-streams",
            "file-fetcher-1",
            "file-fetcher-2",
            "file-fetcher-3",
            "file-fetcher-4");

    @Test
    void neitherTelegramNorTheDatabaseIsAReasonToStartAgain() {
        try (var desk = Desk.own(setup -> setup.setting("SUPPORT_PUBLIC_URL", "https://desk.example.org")
                .setting("SUPPORT_OWNER_PASSWORD", OwnerHealth.PASSWORD))) {
            Await.until("it has started", () -> status(desk, "started") == 200);
            assertEquals(
                    "tried",
                    OwnerHealth.check(desk, "start").getJsonObject("data").getString("webhook"));
            // Each begins in a thread of its own, which a busy machine may let wait.
            Await.until("every worker has begun", () -> workers(desk).keySet().containsAll(WORKERS));
            assertWorking(desk);
            desk.telegram().faults().add(Fault.unauthorized());
            desk.signedIn("Ann").submitFeedback("", "Nobody lets it through");
            assertWorking(desk);
            assertEquals(200, status(desk, "ready"));
            desk.database().kill();
            Await.until("it is not ready", () -> status(desk, "ready") == 503);
            assertWorking(desk);
            assertEquals(200, status(desk, "started"));
        }
    }

    private static void assertWorking(Desk desk) {
        var data = workers(desk);
        assertTrue(data.keySet().containsAll(WORKERS), data.toString());
        for (var worker : WORKERS) {
            assertEquals("running", data.getString(worker), worker);
        }
        assertEquals(200, status(desk, "live"));
    }

    private static JsonObject workers(Desk desk) {
        return OwnerHealth.check(desk, "workers").getJsonObject("data");
    }

    private static int status(Desk desk, String kind) {
        return desk.visitor().get("/health/" + kind).status();
    }
}
