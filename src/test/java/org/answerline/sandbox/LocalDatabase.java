package org.answerline.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real PostgreSQL on this machine, unpacked from a Maven artefact: kept in a folder, or gone with its tests. */
public final class LocalDatabase implements AutoCloseable {

    private static final String NAME = "postgres";

    /** So that a test can count what is asked. */
    private static final Map<String, String> COUNTING =
            Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track_utility", "on");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CACHE = Folders.cache().resolve("postgresql");

    /** Not beside the programs: there the launcher of another JVM takes a database whose lock it does not see for a stale one. */
    private static final Path OWN = Folders.cache().resolve("databases");

    private static final Logger LAUNCHER = Logger.getLogger("io.zonky.test.db.postgres");

    static {
        LAUNCHER.setLevel(Level.SEVERE);
        // Else everybody on the machine would share one folder that belongs to whoever came first.
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty("ot.epg.working-dir", CACHE.toString());
        }
    }

    private final Path folder;
    private final boolean kept;
    private final boolean synced;
    private final Map<String, String> further;
    private final int port = Ports.free();
    private EmbeddedPostgres server;
    private boolean closed;
    private volatile boolean broken;

    private LocalDatabase(Path folder, boolean kept, boolean synced, Map<String, String> further) {
        this.folder = folder;
        this.kept = kept;
        this.synced = synced;
        this.further = further;
    }

    /** Starts a database whose data last until it is closed. */
    public static LocalDatabase temporary() {
        return started(new LocalDatabase(OWN.resolve("test-" + UUID.randomUUID()), false, false, COUNTING));
    }

    /** Starts a database whose data last until it is closed, and which waits for the disk as one in earnest use does. */
    public static LocalDatabase temporaryIn(Path folder) {
        return temporaryIn(folder, Map.of());
    }

    /** The same with further settings of the server, as postgresql.conf names them. */
    public static LocalDatabase temporaryIn(Path folder, Map<String, String> settings) {
        return started(new LocalDatabase(folder.toAbsolutePath().normalize(), false, true, Map.copyOf(settings)));
    }

    /**
     * Starts the database of this folder, an empty one the first time; what it confirmed survives a crash of the machine.
     *
     * @throws IllegalStateException if another JVM runs it, or if it does not start
     */
    public static LocalDatabase in(Path folder) {
        return started(new LocalDatabase(folder.toAbsolutePath().normalize(), true, true, Map.of()));
    }

    private static LocalDatabase started(LocalDatabase database) {
        new PostgresProcess(database.folder).endOrphan();
        Leftovers.add(database);
        database.start();
        return database;
    }

    /** The JDBC address, without user and password. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** The owner of the database. */
    public String user() {
        return NAME;
    }

    /** A word to say where one is asked for: this server trusts every process of this machine. */
    public String password() {
        return NAME;
    }

    /** The number of its main process, the parent of all others. */
    public long pid() {
        return new PostgresProcess(folder).pid().orElseThrow();
    }

    /** Fresh connections, one a call. */
    public synchronized DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    /** The rows of a query, or an empty list for a statement without any; {@code ?} stand for the values. */
    public List<Map<String, Object>> sql(String statement, Object... values) {
        return Sql.run(dataSource(), statement, values);
    }

    /** Kills the server without a word (kill -9), as a power cut would; the data folder stays. */
    public synchronized void kill() {
        broken = true;
        new PostgresProcess(folder).kill();
        release(Level.OFF);
    }

    /** Whether it was ever killed or restarted under its clients. */
    public boolean wasBroken() {
        return broken;
    }

    /** Stops the server if it runs and starts it again on the same port and data. */
    public synchronized void restart() {
        broken = true;
        release(Level.SEVERE);
        new PostgresProcess(folder).endOrphan();
        start();
    }

    /** Stops the server; temporary data go with it. */
    @Override
    public synchronized void close() {
        closed = true;
        Leftovers.remove(this);
        release(Level.SEVERE);
        if (!kept) {
            Folders.delete(folder);
            Folders.delete(log());
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL in " + folder;
    }

    private synchronized void start() {
        if (closed) {
            throw new IllegalStateException(this + " was closed");
        }
        var served = folder.resolve("served");
        if (!Files.exists(served)) {
            // The very first start was cut off: there can be nothing in it but half a database.
            Folders.delete(folder);
        }
        try {
            if (!kept && !Files.exists(folder)) {
                InitialDatabase.copyTo(folder);
            }
            server = settings().start();
            Files.writeString(served, "This database was in use.\n");
        } catch (IOException e) {
            new PostgresProcess(folder).end();
            throw new UncheckedIOException("PostgreSQL did not start, see " + log(), e);
        }
    }

    private EmbeddedPostgres.Builder settings() throws IOException {
        Folders.make(folder.getParent());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                // A killed process loses nothing it confirmed either way; only a machine that loses power needs the
                // disk.
                .setServerConfig("fsync", synced ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                // Sockets in a folder of the whole machine would collide between its users.
                .setServerConfig("unix_socket_directories", "");
        further.forEach(builder::setServerConfig);
        return builder;
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private void release(Level complaints) {
        if (server == null) {
            return;
        }
        LAUNCHER.setLevel(complaints);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LAUNCHER.setLevel(Level.SEVERE);
            server = null;
        }
    }
}
