package org.answerline.webhook;

import java.sql.SQLException;

/** Tells a database that is away, starting or going down from data that it will never take. */
final class DatabaseFault {

    private DatabaseFault() {}

    /**
     * Whether this failure is the database's own, so that the same may well succeed later.
     *
     * <p>Only states of the classes data exception, integrity constraint and syntax speak against what was sent; a pool that got no
     * connection gives no state at all.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return !String.valueOf(refused.getSQLState()).matches("(22|23|42).*");
            }
        }
        return false;
    }
}
