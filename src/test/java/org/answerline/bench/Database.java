package org.answerline.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of the measured PostgreSQL, for statements of the measurement itself. */
public final class Database {

    private static final String OWNER = "postgres";

    private final String url;

    /** By its JDBC address. */
    public Database(String url) {
        this.url = url;
    }

    /** The same server's database of this name. */
    Database named(String name) {
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name);
    }

    String url() {
        return url;
    }

    String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A connection that commits each statement. */
    Connection open() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(OWNER);
        source.setPassword(OWNER);
        return source.getConnection();
    }

    /** Runs one statement. */
    void run(String statement) {
        try (var connection = open();
                var plain = connection.createStatement()) {
            plain.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of the first row, a number. */
    long number(String query, Object... values) {
        return rows(row -> ((Number) row.get(0)).longValue(), query, values).get(0);
    }

    /** The rows of a query. */
    <T> List<T> rows(Function<List<Object>, T> reading, String query, Object... values) {
        try (var connection = open();
                var prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            try (var results = prepared.executeQuery()) {
                var rows = new ArrayList<T>();
                while (results.next()) {
                    rows.add(reading.apply(row(results)));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static List<Object> row(ResultSet results) throws SQLException {
        var row = new ArrayList<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            row.add(results.getObject(i));
        }
        return row;
    }
}
