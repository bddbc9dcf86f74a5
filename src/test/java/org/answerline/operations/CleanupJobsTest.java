package org.answerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.ejb.Schedule;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.Test;

@UsesSharedDatabase
class CleanupJobsTest {

    @Test
    void theQueuesOfQuietChatsAreDeletedEveryMinute() throws ReflectiveOperationException {
        var schedule = CleanupJobs.class.getDeclaredMethod("deleteIdleQueues").getAnnotation(Schedule.class);
        assertEquals(List.of("*", "*"), List.of(schedule.hour(), schedule.minute()));
        assertFalse(schedule.persistent());
        SharedDatabase.clean();
        SharedDatabase.sql(
                "insert into delivery_lanes (chat_id, due_at) values (77, now() - interval '1 hour'), (78, now())");
        try (var beans = new Beans().with(Clock.class, new MovableClock()).with(Instance.class, null)) {
            beans.inTransaction(beans.get(CleanupJobs.class)::deleteIdleQueues);
        }
        assertEquals(
                78L,
                SharedDatabase.sql("select chat_id from delivery_lanes").get(0).get("chat_id"));
    }
}
