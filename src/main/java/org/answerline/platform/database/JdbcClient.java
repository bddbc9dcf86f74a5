package org.answerline.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs the SQL of tables that have no entity, and the SQL that the server and the command line share.
 *
 * <p>In the server the data source takes part in the JTA transaction of the caller, which is the EntityManager's too: both use the same
 * connection, and a statement sees what the EntityManager has flushed, but not what it still holds back. Without a transaction each
 * statement commits by itself. All methods throw a {@link DatabaseException} when the database refuses the statement.
 */
public final class JdbcClient {

    /** Converts the current row to a value. */
    @FunctionalInterface
    public interface RowMapper<T> {

        /** Reads the columns; must not move the cursor. */
        T map(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final DataSource database;
    private final Connection transaction;

    /** On connections of this data source, one for each statement. */
    public JdbcClient(DataSource database) {
        this.database = database;
        this.transaction = null;
    }

    /** On this connection, whose owner commits and closes it. */
    public JdbcClient(Connection transaction) {
        this.database = null;
        this.transaction = transaction;
    }

    /**
     * Executes a statement that returns no rows.
     *
     * @param values for each {@code ?} in turn: text, numbers, {@link Instant}, bytes, null, or a collection of {@link Long} or
     *     {@link String}, which becomes an array; an empty collection becomes an array of bigint
     * @return how many rows it changed
     */
    public int update(String sql, Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** The rows of a query, or those that a statement returns; {@code values} as for {@link #update}. */
    public <T> List<T> list(RowMapper<T> mapper, String sql, Object... values) {
        return run(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        });
    }

    /** The first row of a query; {@code values} as for {@link #update}. */
    public <T> Optional<T> first(RowMapper<T> mapper, String sql, Object... values) {
        return list(mapper, sql, values).stream().findFirst();
    }

    /** The number that a query with one row and one column gives; {@code values} as for {@link #update}. */
    public long number(String sql, Object... values) {
        return first(row -> row.getLong(1), sql, values).orElseThrow();
    }

    /**
     * Runs several statements in one transaction on one connection outside of a server: commits at the end, rolls back when the work
     * throws an exception.
     */
    public <T> T inTransaction(Function<JdbcClient, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean isDone = false;
            try {
                T result = work.apply(new JdbcClient(connection));
                connection.commit();
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    connection.rollback();
                }
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private <T> T run(String sql, Object[] values, Work<T> work) {
        try {
            if (transaction != null) {
                return run(transaction, sql, values, work);
            }
            try (Connection connection = database.getConnection()) {
                return run(connection, sql, values, work);
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private static <T> T run(Connection connection, String sql, Object[] values, Work<T> work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bound(connection, values[i]));
            }
            return work.with(statement);
        }
    }

    private static Object bound(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Collection<?> collection) {
            boolean isText = collection.stream().anyMatch(String.class::isInstance);
            return connection.createArrayOf(isText ? "text" : "bigint", collection.toArray());
        }
        return value;
    }
}
