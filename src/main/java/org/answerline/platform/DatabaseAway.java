package org.answerline.platform;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that cannot be reached just now, which is weather, from a fault of ours. */
public final class DatabaseAway {

    /** How long a client should wait before it asks again, in seconds. */
    public static final int COME_AGAIN_SECONDS = 5;

    /**
     * Connection faults, resources that ran out, an operator's intervention, a fault of the system.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private DatabaseAway() {}

    /** Whether this failure says so, itself or by what caused it. */
    public static boolean causes(Throwable failure) {
        return Stream.iterate(failure, fault -> fault != null, Throwable::getCause)
                .limit(50)
                .anyMatch(DatabaseAway::says);
    }

    private static boolean says(Throwable fault) {
        if (fault instanceof SQLException sql) {
            String state = sql.getSQLState();
            boolean noConnection =
                    state == null && String.valueOf(sql.getMessage()).contains("allocating a connection");
            return noConnection
                    || sql instanceof SQLTransientException
                    || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
        }
        return fault instanceof ResourceException;
    }
}
