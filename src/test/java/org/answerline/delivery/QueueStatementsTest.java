package org.answerline.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL keeps the plan of a statement for as long as a connection lives: one that it made for an outbox in which nothing waited must
 * not read everything that waits later.
 */
@UsesSharedDatabase
class QueueStatementsTest {

    @BeforeEach
    void anOutboxOfWhichEverythingWasSent() {
        SharedDatabase.clean();
        SharedDatabase.sql(
                "insert into deliveries (chat_id, purpose, part, parts, text, state, created_at, finished_at)"
                        + " select 5, 'WORD', 1, 1, 't', 'SENT', now(), now() from generate_series(1, 2000)");
        SharedDatabase.sql("insert into delivery_lanes (chat_id, due_at) values (5, now())");
        SharedDatabase.sql("vacuum analyze deliveries");
    }

    @Test
    void aClaimedDeliveryIsChangedByItsId() {
        assertReadsById(plan(QueueStatements.CLAIM, List.of(5L), 1, "worker-1", 60L));
    }

    @Test
    void aFinishedDeliveryIsChangedByItsId() {
        var ids = List.of(1L);
        assertReadsById(plan(
                QueueStatements.FINISH, Instant.EPOCH, 1L, "1", ids, 1, 1, 1, 1, 1, 5L, "worker-1", ids, ids, 5L, 0L));
    }

    private static void assertReadsById(String plan) {
        assertTrue(plan.contains("Update on deliveries"), plan);
        assertTrue(plan.contains("using deliveries_pkey on deliveries"), plan);
        assertFalse(plan.contains("deliveries_flow"), plan);
        // The heads of queues are looked for there, in subqueries.
        var others =
                plan.lines().filter(line -> line.contains("deliveries_waiting")).toList();
        assertTrue(others.stream().allMatch(line -> line.matches(".* on deliveries [nh] .*")), plan);
    }

    private static String plan(String statement, Object... values) {
        var client = new JdbcClient(SharedDatabase.dataSource());
        return String.join("\n", client.list(row -> row.getString(1), "explain " + statement, values));
    }
}
