package org.answerline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.PooledConnection;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrations take as long as they need, on a pool that ends the slow statements of everything else. */
class UnlimitedStatementsTest {

    private static final int LIMIT_SECONDS = 3;

    private final TestDatabase database = TestDatabase.empty();
    private final OneConnection pool = new OneConnection((PGSimpleDataSource) database.dataSource());

    @BeforeEach
    void limit() {
        for (var limit : List.of("statement_timeout", "idle_in_transaction_session_timeout")) {
            database.sql("alter database " + database.name() + " set " + limit + " = '" + LIMIT_SECONDS + "s'");
        }
    }

    /** As the index of a large table, with all that Flyway holds meanwhile. */
    @Test
    void aMigrationMayTakeLongerThanTheLimitsOfThePool() {
        database.sql("create schema apart");
        database.sql("create function apart.wait_long() returns event_trigger language plpgsql as 'begin"
                + " perform pg_sleep(" + (LIMIT_SECONDS + 1) + "); end'");
        database.sql("create event trigger slow_migration on ddl_command_start when tag in ('CREATE SEQUENCE')"
                + " execute function apart.wait_long()");
        var source = new PGSimpleDataSource();
        source.setUrl(pool.getUrl());
        source.setUser(pool.getUser());
        source.setPassword(pool.getPassword());
        source.setSocketTimeout(LIMIT_SECONDS);
        assertTrue(new Schema(source).migrate() > 0);
        assertEquals(0, new Schema(source).pending());
    }

    @Test
    void theNextUserOfTheConnectionHasTheLimitsAgain() throws SQLException {
        try (var connection = UnlimitedStatements.in(pool).getConnection()) {
            assertEquals(0, connection.getNetworkTimeout());
            assertEquals("0", limitOf(connection));
            connection.setAutoCommit(false);
            connection.createStatement().execute("create table things (id bigint)");
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (var connection = pool.getConnection()) {
            assertEquals(LIMIT_SECONDS * 1000, connection.getNetworkTimeout());
            assertEquals(LIMIT_SECONDS + "s", limitOf(connection));
        }
    }

    private static String limitOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A pool with a single connection, which keeps its state from one user to the next. */
    private static final class OneConnection extends PGSimpleDataSource {
        private transient PooledConnection pooled;

        OneConnection(PGSimpleDataSource database) {
            setUrl(database.getUrl());
            setUser(database.getUser());
            setPassword(database.getPassword());
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (pooled == null) {
                var physical = new PGConnectionPoolDataSource();
                physical.setUrl(getUrl());
                physical.setUser(getUser());
                physical.setPassword(getPassword());
                physical.setSocketTimeout(LIMIT_SECONDS);
                pooled = physical.getPooledConnection();
            }
            return pooled.getConnection();
        }
    }
}
