package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds the account of an e-mail address. */
final class UserLookup {

    private UserLookup() {}

    /**
     * The id of the account.
     *
     * @throws IllegalStateException if there is none
     */
    static long number(Connection database, String email) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select id from users where lower(email) = lower(?)")) {
            statement.setString(1, email.strip());
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    return rows.getLong(1);
                }
            }
        }
        throw new IllegalStateException("There is no account with this email address.");
    }
}
