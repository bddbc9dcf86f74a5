package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An update that was set aside is tried again, and a try that the database breaks off was none. */
@UsesDesk(SharedDesk.INTERRUPTED)
@Order(1)
class RejectedUpdateRetryIT {
    /** It is given once a minute, and is needed twice. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String WAITING =
            "from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into seen_updates%'";

    @Test
    void aDatabaseThatGoesAwayMeanwhileDoesNotUseItUp() throws SQLException {
        var desk = SharedDesk.INTERRUPTED.desk();
        var anna = Customer.linked(desk, "Anna");
        var words = Customer.words("Set aside");
        try (var locking = desk.database().dataSource().getConnection()) {
            locking.setAutoCommit(false);
            locking.createStatement().execute("lock table seen_updates in access exclusive mode");
            setAside(desk, anna, words);
            Await.until("the try", PATIENCE, () -> !desk.database()
                    .sql("select 1 " + WAITING)
                    .isEmpty());
            desk.database().sql("select pg_terminate_backend(pid) " + WAITING);
            locking.rollback();
        }
        Await.until("the next one", PATIENCE, () -> rejected(desk).isEmpty());
        assertEquals(List.of(words), anna.threadTexts());
    }

    private static void setAside(Desk desk, Customer customer, String words) {
        var update =
                """
                {"update_id":%d,"message":{"message_id":5,"date":1,"text":"%s",
                "chat":{"id":%3$d,"type":"private"},"from":{"id":%3$d,"is_bot":false,"first_name":"Anna"}}}
                """
                        .formatted(Updates.newId(), words, customer.chatId());
        desk.database()
                .sql("insert into rejected_updates (received_at, body, reason) values (now(), ?, 'a test')", update);
    }

    private static List<?> rejected(Desk desk) {
        return desk.database().sql("select id from rejected_updates");
    }
}
