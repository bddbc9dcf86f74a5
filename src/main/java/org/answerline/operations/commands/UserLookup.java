package org.answerline.operations.commands;

import org.answerline.account.user.UserRows;
import org.answerline.platform.database.JdbcClient;

/** Finds the account of an e-mail address. */
final class UserLookup {

    private UserLookup() {}

    /**
     * The id of the account.
     *
     * @throws IllegalStateException if there is none
     */
    static long number(JdbcClient database, String email) {
        return new UserRows(database)
                .find(email.strip())
                .orElseThrow(() -> new IllegalStateException("There is no account with this email address."))
                .id();
    }
}
