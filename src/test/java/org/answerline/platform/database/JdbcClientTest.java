package org.answerline.platform.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcClientTest {

    private static TestDatabase database;

    private final JdbcClient client = new JdbcClient(database.dataSource());

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
    }

    @BeforeEach
    void empty() {
        client.update("drop table if exists things");
        client.update("create table things (id bigint primary key, name text, at timestamptz, content bytea)");
    }

    @Test
    void storesEveryKindOfValue() {
        var now = Instant.parse("2026-01-02T03:04:05.123456Z");
        assertEquals(1, client.update("insert into things values (?, ?, ?, ?)", 1L, "Ü", now, new byte[] {1, 2}));
        assertEquals(1, client.update("insert into things values (?, ?, ?, ?)", 2, null, null, null));
        assertEquals(
                Optional.of("Ü"), client.first(row -> row.getString(1), "select name from things where at = ?", now));
        assertArrayEquals(
                new byte[] {1, 2},
                client.first(row -> row.getBytes(1), "select content from things where id = 1")
                        .orElseThrow());
        assertEquals(
                1, client.number("select count(*) from things where name is null and at is null and content is null"));
    }

    @Test
    void bindsCollectionsAsArrays() {
        client.update("insert into things (id, name) select n, 'n' || n from generate_series(1, 4) n");
        assertEquals(List.of(2L, 3L), ids("select id from things where id = any (?) order by id", List.of(3L, 2L, 9L)));
        assertEquals(List.of(4L), ids("select id from things where name = any (?)", Set.of("n4")));
        assertEquals(List.of(), ids("select id from things where id = any (?)", List.of()));
    }

    @Test
    void givesTheRowsThatAStatementReturns() {
        assertEquals(List.of(7L), ids("insert into things (id) values (?) returning id", 7L));
        assertEquals(Optional.empty(), client.first(row -> 1, "delete from things where id = 8 returning id"));
    }

    @Test
    void aTransactionIsStoredWholeOrNotAtAll() {
        assertEquals("done", client.inTransaction(transaction -> {
            transaction.update("insert into things (id) values (1)");
            transaction.update("insert into things (id) values (2)");
            assertEquals(0, client.number("select count(*) from things"));
            return "done";
        }));
        assertEquals(List.of(1L, 2L), ids("select id from things order by id"));
        assertThrows(
                DatabaseException.class,
                () -> client.inTransaction(transaction -> {
                    transaction.update("insert into things (id) values (3)");
                    return transaction.update("insert into things (id) values (1)");
                }));
        assertEquals(2, client.number("select count(*) from things"));
    }

    @Test
    void aRefusalIsTheDriversWithItsState() {
        client.update("insert into things (id) values (1)");
        var refused = assertThrows(DatabaseException.class, () -> client.update("insert into things (id) values (1)"));
        assertEquals("23505", refused.getCause().getSQLState());
        assertTrue(refused.getMessage().contains("things_pkey"), refused.getMessage());
    }

    private List<Long> ids(String sql, Object... values) {
        return client.list(row -> row.getLong(1), sql, values);
    }
}
