package org.answerline.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** One statement against a database, for tests that look behind the doors. */
final class Sql {

    private Sql() {}

    /** The rows, each a map from column name to value, or an empty list for a statement without any. */
    static List<Map<String, Object>> run(DataSource source, String statement, Object... values) {
        try (var connection = source.getConnection()) {
            return run(connection, statement, values);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The same on a connection that is open already. */
    static List<Map<String, Object>> run(Connection connection, String statement, Object... values) {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return rows(prepared);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static List<Map<String, Object>> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<Map<String, Object>>();
        if (statement.execute()) {
            try (var results = statement.getResultSet()) {
                while (results.next()) {
                    rows.add(row(results));
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> row(ResultSet results) throws SQLException {
        var row = new LinkedHashMap<String, Object>();
        var columns = results.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), results.getObject(i));
        }
        return row;
    }
}
