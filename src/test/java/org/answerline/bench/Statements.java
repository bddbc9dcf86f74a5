package org.answerline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a database was asked, by PostgreSQL's own count.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgstatstatements.html">pg_stat_statements</a>
 */
final class Statements {

    /** A statement, or what ends a transaction, and how often it was run. */
    record Count(String text, long calls) {

        boolean commits() {
            return text.equals("COMMIT");
        }

        /** Neither begins nor ends a transaction. */
        boolean asks() {
            return !text.matches("(?s)(BEGIN|COMMIT|ROLLBACK|SET |DISCARD).*");
        }
    }

    private final Database desk;
    private final Database bookkeeping;

    Statements(Database desk) {
        this.desk = desk;
        this.bookkeeping = desk.named("postgres");
    }

    /** Makes the server count; it must have been started with the library. */
    void begin() {
        bookkeeping.run("create extension if not exists pg_stat_statements");
    }

    /**
     * What the desk asks in some work while its courier stands still at the lanes, so that nothing of it is counted.
     *
     * <p>The work has to be done within 20 seconds: the desk gives up waiting after 30.
     */
    List<Count> withoutCourier(Runnable work) {
        try (var hold = desk.open()) {
            hold.setAutoCommit(false);
            lock(hold);
            Thread.sleep(1_500);
            var counts = counted(work);
            hold.rollback();
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table delivery_lanes in access exclusive mode");
        }
    }

    /** What is asked in some work, by whomever. */
    List<Count> counted(Runnable work) {
        bookkeeping.rows(row -> 0, "select pg_stat_statements_reset()::text");
        work.run();
        return bookkeeping.rows(
                row -> new Count((String) row.get(0), ((Number) row.get(1)).longValue()),
                """
                select query, sum(calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = ? group by query order by 2 desc, 1
                """,
                desk.name());
    }
}
