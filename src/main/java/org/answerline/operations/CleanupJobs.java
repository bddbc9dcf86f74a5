package org.answerline.operations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.answerline.delivery.OutboxCleanup;
import org.answerline.platform.database.CleanupTask;

/** Deletes on every node what is not needed any more; harmless when two nodes do it at the same time. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class CleanupJobs {

    @Inject
    @Any
    private Instance<CleanupTask> cleanups;

    @Inject
    private TransactionalJobs jobs;

    @Inject
    private OutboxCleanup outbox;

    /** Some of it changes data by JPA and by JDBC. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void deleteOld() {
        jobs.run(this::deleteAll);
    }

    private void deleteAll() {
        cleanups.forEach(cleanup -> ScheduledJobs.safely(cleanup::deleteOld));
        ScheduledJobs.safely(outbox::deleteHistory);
    }

    /** Deletes the queues of chats for which nothing waits. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void deleteIdleQueues() {
        ScheduledJobs.safely(outbox::deleteIdleQueues);
    }
}
