package org.answerline.platform.database;

/**
 * Deletes what is not needed any more; every bean of this type is called by {@code operations.CleanupJobs} once an hour, on each node.
 *
 * <p>Two nodes may do it at the same time.
 */
public interface CleanupTask {

    /** Deletes what is too old; a failure is logged, and the next hour tries again. */
    void deleteOld();
}
