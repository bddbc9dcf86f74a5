package org.answerline.platform.database;

import jakarta.resource.ResourceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Distinguishes a database that cannot be reached or cannot write at the moment from a fault in this program.
 *
 * <p>A transaction's end throws checked exceptions through methods that declare none where the server's interceptor is Narayana's, as on
 * WildFly: who must not end by such a fault catches Exception and not RuntimeException.
 */
public final class DatabaseUnavailable {

    /** How long a client should wait before it asks again, in seconds. */
    public static final int COME_AGAIN_SECONDS = 5;

    private static final int DEPTH = 50;

    /**
     * Connection faults, resources that ran out, an operator's intervention, a fault of the system.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** A standby that has not been promoted yet, or a database whose owner stopped all writing to save its disk. */
    private static final String READ_ONLY = "25006";

    private DatabaseUnavailable() {}

    /** Whether this failure says so, itself or by what caused it. */
    public static boolean causes(Throwable failure) {
        return all(failure).anyMatch(DatabaseUnavailable::says);
    }

    /** The database's own message, in one line. */
    public static String reason(Throwable failure) {
        Throwable deepest =
                all(failure).filter(SQLException.class::isInstance).reduce(failure, (outer, inner) -> inner);
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    /** With what each suppresses: there Narayana puts why a commit failed. */
    private static Stream<Throwable> all(Throwable failure) {
        return causesOf(failure)
                .flatMap(fault -> Stream.concat(
                        Stream.of(fault), Stream.of(fault.getSuppressed()).flatMap(DatabaseUnavailable::causesOf)));
    }

    private static Stream<Throwable> causesOf(Throwable failure) {
        return Stream.iterate(failure, fault -> fault != null, Throwable::getCause)
                .limit(DEPTH);
    }

    private static boolean says(Throwable fault) {
        if (fault instanceof SQLException sql) {
            String state = sql.getSQLState();
            boolean noConnection =
                    state == null && String.valueOf(sql.getMessage()).contains("allocating a connection");
            return noConnection
                    || sql instanceof SQLTransientException
                    || READ_ONLY.equals(state)
                    || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
        }
        // The last: the connection broke during the commit of the only database, so its outcome is unknown.
        return fault instanceof ResourceException
                || fault instanceof HeuristicMixedException
                || fault instanceof HeuristicRollbackException;
    }
}
