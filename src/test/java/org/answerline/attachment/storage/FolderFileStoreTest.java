package org.answerline.attachment.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hourly sweep deletes from the folder, and what it leaves alone. */
class FolderFileStoreTest {
    private static final String KEPT = "ab" + "0".repeat(30);
    private static final String ORPHAN = "ab" + "1".repeat(30);
    private static final String LATER = "cd" + "2".repeat(30);

    @TempDir
    Path folder;

    @Test
    void contentsWithoutARecordAreDeletedOnceTheyAreOld() throws IOException {
        var kept = content(KEPT);
        var orphan = content(ORPHAN);
        var unfinished = old(folder.resolve("cd").resolve(LATER + ".part"));
        var young = folder.resolve("cd").resolve(LATER);
        Files.writeString(young, "young");
        sweep(KEPT);
        assertTrue(Files.exists(kept));
        assertTrue(Files.exists(young));
        assertFalse(Files.exists(orphan));
        assertFalse(Files.exists(unfinished));
    }

    /** The folder may be the root of a volume, or hold something else of its owner. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup/2026-01-01.sql",
                "backup/" + "0123456789abcdef0123456789abcdef",
                "ab/readme.txt",
                "ab/" + "ab00000000000000000000000000000g",
                "ab/" + "cd000000000000000000000000000000",
                "AB/" + "ab000000000000000000000000000000",
                "ab000000000000000000000000000000",
            })
    void whatIsNotTheDesksStays(String path) throws IOException {
        var other = old(folder.resolve(path));
        sweep();
        assertTrue(Files.exists(other));
    }

    @Test
    void aFolderNamedLikeAContentStays() throws IOException {
        var other = folder.resolve("ab").resolve(ORPHAN);
        Files.createDirectories(other);
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        sweep();
        assertTrue(Files.exists(other));
    }

    /** A user who may read everything cannot be refused, so the failure comes from the middle of a shard. */
    @Test
    void aShardThatCannotBeSweptDoesNotEndTheSweep() throws IOException {
        var stuck = content(ORPHAN);
        var later = content(LATER);
        var other = content("ef" + "3".repeat(30));
        var store = new FolderFileStore(folder);
        store.sweep(old -> {
            replaceByFolder(old, stuck);
            replaceByFolder(old, later);
            return Set.of();
        });
        assertTrue(Files.exists(stuck));
        assertTrue(Files.exists(later));
        assertFalse(Files.exists(other));
    }

    @Test
    void aContentIsReadBackAsItWasPut() throws IOException {
        var store = new FolderFileStore(folder);
        var source = Files.writeString(folder.resolve("source"), "words");
        store.put(KEPT, source);
        try (var content = store.open(KEPT)) {
            assertArrayEquals(Files.readAllBytes(source), content.readAllBytes());
        }
        assertEquals("rds", new String(store.read(KEPT, 2, 10)));
    }

    /** A folder with something in it cannot be deleted. */
    private static void replaceByFolder(Set<String> old, Path content) {
        if (old.contains(content.getFileName().toString())) {
            try {
                Files.delete(content);
                Files.createDirectories(content.resolve("something"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void sweep(String... known) throws IOException {
        new FolderFileStore(folder).sweep(ids -> {
            var found = new HashSet<>(ids);
            found.retainAll(Set.of(known));
            return found;
        });
    }

    private Path content(String id) throws IOException {
        return old(folder.resolve(id.substring(0, 2)).resolve(id));
    }

    private static Path old(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        return file;
    }
}
