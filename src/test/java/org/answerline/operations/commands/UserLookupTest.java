package org.answerline.operations.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserLookupTest {
    private static TestDatabase database;
    private static long anna;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        anna = (Long) database.sql("insert into users (email, full_name, email_confirmed_at, created_at)"
                        + " values ('anna@example.org', 'Anna', now(), now()) returning id")
                .get(0)
                .get("id");
    }

    @Test
    void findsAnAccountByItsAddressAndByItsNumber() {
        assertEquals(anna, number("Anna@example.org"));
        assertEquals(anna, number("" + anna));
        assertEquals(anna, number(" #" + anna));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "#99999", "999999999999999999", "nobody@example.org"})
    void anUnknownAccountIsAnError(String account) {
        assertThrows(IllegalStateException.class, () -> number(account));
    }

    private static long number(String account) {
        return UserLookup.number(new JdbcClient(database.dataSource()), account);
    }
}
