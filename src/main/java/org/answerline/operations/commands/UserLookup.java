package org.answerline.operations.commands;

import java.util.List;
import org.answerline.account.user.UserRows;
import org.answerline.platform.database.JdbcClient;

/** Finds the account of an e-mail address or a number. */
final class UserLookup {

    private UserLookup() {}

    /**
     * The id of the account.
     *
     * @param account the address, or the number of the account where several users of a site have the same address
     * @throws IllegalStateException if there is none, or several
     */
    static long number(JdbcClient database, String account) {
        String text = account.strip();
        UserRows users = new UserRows(database);
        if (text.matches("#?[0-9]{1,18}")) {
            long number = Long.parseLong(text.replace("#", ""));
            if (!users.has(number)) {
                throw new IllegalStateException("There is no account with this number.");
            }
            return number;
        }
        List<Long> all = users.all(text);
        if (all.isEmpty()) {
            throw new IllegalStateException("There is no account with this email address.");
        }
        if (all.size() > 1) {
            throw new IllegalStateException(
                    "Several accounts have this email address. Give the number of one instead: " + all);
        }
        return all.get(0);
    }
}
