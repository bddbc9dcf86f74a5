package org.answerline.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database as the command line reaches it, outside of any server. */
final class OwnersDatabase {

    private OwnersDatabase() {}

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    static String url() {
        String url = System.getenv("DATABASE_URL");
        if (url == null || url.isBlank()) {
            throw new IllegalStateException("DATABASE_URL is not set: give the JDBC URL of the desk's PostgreSQL.");
        }
        return url;
    }

    static String user() {
        return System.getenv("DATABASE_USER");
    }

    static String password() {
        return System.getenv("DATABASE_PASSWORD");
    }
}
