package org.answerline.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The data folder of an empty PostgreSQL, made once in a JVM: a copy takes a tenth of the time of initdb. */
final class InitialDatabase implements AutoCloseable {

    private static InitialDatabase made;

    private final Path folder;

    private InitialDatabase(Path folder) {
        this.folder = folder;
    }

    /** Makes this folder, which does not exist yet, with an empty database in it. */
    static void copyTo(Path target) {
        Folders.copyAll(made(target.resolveSibling("initial-" + UUID.randomUUID())).folder, target);
    }

    private static synchronized InitialDatabase made(Path folder) {
        if (made == null) {
            var database = new InitialDatabase(folder);
            Leftovers.add(database);
            database.make();
            made = database;
        }
        return made;
    }

    private void make() {
        Folders.make(folder.getParent());
        try {
            EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setServerConfig("unix_socket_directories", "")
                    .start()
                    .close();
            Files.deleteIfExists(folder.resolve("epg-lock"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, e);
        }
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
