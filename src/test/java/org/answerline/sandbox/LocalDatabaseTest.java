package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1)
class LocalDatabaseTest {

    @Test
    void keepsWhatWasCommittedOverAKill() {
        try (var database = LocalDatabase.temporary()) {
            var url = database.url();
            database.sql("create table notes (text text not null)");
            database.sql("insert into notes values (?)", "привет");
            database.kill();
            assertThrows(IllegalStateException.class, () -> Sql.run(unreachable(url), "select 1"));
            database.restart();
            assertEquals(url, database.url());
            assertEquals(List.of(Map.of("text", "привет")), database.sql("select text from notes"));
        }
    }

    @Test
    void keepsItsFolderBetweenRunsAndRefusesASecondUser(@TempDir Path parent) {
        var folder = parent.resolve("database");
        try (var database = LocalDatabase.in(folder)) {
            database.sql("create table notes (text text not null)");
            assertEquals("on", database.sql("show fsync").get(0).get("fsync"));
            var refused = assertThrows(IllegalStateException.class, () -> LocalDatabase.in(folder));
            assertEquals("The database in " + folder + " is in use by another running copy", refused.getMessage());
        }
        try (var database = LocalDatabase.in(folder)) {
            assertEquals(List.of(), database.sql("select text from notes"));
        }
    }

    @Test
    void startsDespiteAStaleNoteThatNamesAStranger(@TempDir Path parent) throws Exception {
        var folder = parent.resolve("database");
        LocalDatabase.in(folder).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("postmaster.pid"), stranger.pid() + "\n" + folder + "\n");
            try (var database = LocalDatabase.in(folder)) {
                assertEquals(List.of(Map.of("one", 1)), database.sql("select 1 as one"));
            }
            assertEquals(true, stranger.isAlive());
        } finally {
            stranger.destroy();
        }
        assertFalse(Files.exists(folder.resolve("postmaster.pid")));
    }

    private static javax.sql.DataSource unreachable(String url) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        return source;
    }
}
