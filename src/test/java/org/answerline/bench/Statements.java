package org.answerline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What a desk asks its database, by PostgreSQL's own count.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgstatstatements.html">pg_stat_statements</a>
 */
public final class Statements {

    /** A statement and how often it was run. */
    public record Count(String text, long calls) {

        private boolean isSearch() {
            return text.startsWith("with recursive waiting");
        }

        private Count fewer(long calls) {
            return new Count(text, Math.max(0, this.calls - calls));
        }

        /** Whether it neither begins nor ends a transaction. */
        public boolean asks() {
            return !text.matches("(?s)(BEGIN|COMMIT|ROLLBACK|SET |DISCARD).*");
        }
    }

    /**
     * What some work asked.
     *
     * @param counts each statement
     * @param written transactions that wrote something: PostgreSQL numbers these and no others
     */
    public record Asked(List<Count> counts, long written) {

        /** How many statements before the answers, without what begins and ends transactions and what is told afterwards. */
        public long statements() {
            long validations = calls("SELECT \\$1|SELECT 1");
            // Telling has a connection of its own, validated like the others.
            return all() - told() - Math.min(validations, told());
        }

        /** How many transactions before the answers left something behind. */
        public long commits() {
            return written - told();
        }

        /**
         * How many statements each of so many equal requests asked, counted like {@link #statements}; what is asked less often than once a
         * request, by work of the desk's own, is left out.
         */
        public long statementsOfEach(int requests) {
            return counts.stream()
                    .filter(count -> count.asks() && !count.text().matches("select pg_notify.*|SELECT \\$1|SELECT 1"))
                    .mapToLong(count -> count.calls() / requests)
                    .sum();
        }

        /** How many transactions were begun, whether they wrote or not, without statements that are a transaction by themselves. */
        public long transactions() {
            return calls("BEGIN");
        }

        /** How often other nodes were told, many words at once, by somebody whom no request waits for. */
        public long told() {
            return calls("select pg_notify.*");
        }

        private long all() {
            return counts.stream().filter(Count::asks).mapToLong(Count::calls).sum();
        }

        private long calls(String pattern) {
            return counts.stream()
                    .filter(count -> count.text().matches(pattern))
                    .mapToLong(Count::calls)
                    .sum();
        }
    }

    private static final Duration STILL = Duration.ofMillis(1_200);
    private static final int PATIENCE = 8;
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    private final Database desk;

    /** For the desk of this database; its server must have been started with the library. */
    public Statements(Database desk) {
        this.desk = desk;
        desk.run("create extension if not exists pg_stat_statements");
    }

    /**
     * What the desk asks in some work while its dispatcher stands still at the queues, so that nothing of it is counted.
     *
     * <p>The work has to be done within some seconds: the desk gives up waiting for the database after 30. It begins when the outbox is
     * empty, and the heads of the queues are forgotten first: a message with an earlier turn than the head changes its queue, and would
     * wait for the lock of this method.
     */
    public Asked withoutDispatcher(Runnable work) {
        try (var hold = desk.open()) {
            awaitEmptyOutbox();
            desk.run("update delivery_lanes set searched_at = '-infinity'");
            hold.setAutoCommit(false);
            lock(hold);
            awaitQuiet();
            var asked = counted(work);
            hold.rollback();
            return asked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the desk asks in some work, its dispatcher included, without the searches of the outbox that it does once a second anyway. */
    public Asked withDispatcher(Runnable work) {
        long began = System.nanoTime();
        Asked asked = counted(work);
        long searches = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 2;
        return new Asked(
                asked.counts().stream()
                        .map(count -> count.isSearch() ? count.fewer(searches) : count)
                        .toList(),
                asked.written());
    }

    /** Whether the outbox is empty; this look itself is not counted. */
    public boolean isOutboxEmpty() {
        return desk.number("select count(*) as still_waiting from deliveries where state = 'WAITING'") == 0;
    }

    private void awaitEmptyOutbox() {
        long end = System.nanoTime() + DELIVERY.toNanos();
        while (!isOutboxEmpty() && System.nanoTime() < end) {
            Pauses.of(Duration.ofMillis(50));
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table delivery_lanes in exclusive mode");
        }
    }

    private void awaitQuiet() {
        long before = -1;
        long calls = calls();
        for (int i = 0; i < PATIENCE && calls != before; i++) {
            Pauses.of(STILL);
            before = calls;
            calls = calls();
        }
    }

    private Asked counted(Runnable work) {
        desk.rows(row -> 0, "select pg_stat_statements_reset()::text");
        long numbered = transactions();
        work.run();
        // News of what was stored may be told a moment after the answer.
        Pauses.of(Duration.ofMillis(300));
        return new Asked(counts(), transactions() - numbered);
    }

    private long transactions() {
        return desk.number("select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)");
    }

    private long calls() {
        return counts().stream().mapToLong(Count::calls).sum();
    }

    /** Everything since the counting began last, but what this class asks itself. */
    List<Count> counts() {
        return desk.rows(
                row -> new Count((String) row.get(0), ((Number) row.get(1)).longValue()),
                """
                select query, sum(calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database() and query !~ 'pg_stat_statements|pg_snapshot_xmax|application_name|lock table|still_waiting'
                group by query order by 2 desc, 1
                """);
    }
}
