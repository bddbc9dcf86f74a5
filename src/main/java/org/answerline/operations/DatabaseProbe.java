package org.answerline.operations;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.Severity;
import org.answerline.platform.observability.Log;

/**
 * Checks every five seconds whether this node can write to the database, so that requests for {@code /health/ready} do not load it.
 *
 * <p>The row that it writes is rolled back.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class DatabaseProbe {

    private static final Logger LOG = Log.of(DatabaseProbe.class);

    /** Longer than the longest check: 5 s to connect and 30 s for an answer. */
    private static final Duration STALE = Duration.ofSeconds(60);

    private record Result(List<Finding> findings, long at) {}

    @Inject
    private Installation installation;

    private volatile Result last;

    /** Checks now. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void check() {
        try {
            last = new Result(new Doctor(installation).essentials(), System.nanoTime());
        } catch (Exception fault) {
            LOG.log(Level.WARNING, () -> "The database could not be checked: " + fault);
        }
    }

    /** The result of the last check; a result that is older than a minute counts as a failure. */
    public List<Finding> findings() {
        if (last == null) {
            check();
        }
        Result result = last;
        boolean stale = result == null || System.nanoTime() - result.at() > STALE.toNanos();
        return stale ? List.of(new Finding("database.away", Severity.FAILED, List.of("-"))) : result.findings();
    }
}
