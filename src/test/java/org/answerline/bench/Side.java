package org.answerline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.ServerProcess;
import org.answerline.sandbox.ServerSetup;

/** One of the two that are measured: a WAR in a Payara Micro as in production, with a database of its own. */
final class Side implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String name;
    private final Database database;
    private final ServerSetup setup;
    private final ServerProcess server;

    private Side(String name, Database database, ServerSetup setup) {
        this.name = name;
        this.database = database;
        this.setup = setup;
        server = ServerProcess.start(setup, line -> {});
    }

    static Side start(
            String name, BenchOptions options, Database database, Map<String, String> environment, Path... otherWar) {
        var usual = ServerSetup.ofThisBuild(options.folder().resolve(name), 0, environment)
                .compiledBy(production(options.memory()));
        return new Side(name, database, otherWar.length == 0 ? usual : usual.deploying(otherWar[0]));
    }

    /** As the start script has them; the memory stands for the container's limit, which a machine has not got. */
    private static List<String> production(String memory) {
        return new ArrayList<>(List.of(
                "-XX:MaxRAM=" + memory,
                "-XX:MaxRAMPercentage=60",
                "-Xms96m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
    }

    void awaitReady() {
        server.awaitReady(PATIENCE);
    }

    String name() {
        return name;
    }

    Database database() {
        return database;
    }

    int port() {
        return setup.port();
    }

    long pid() {
        return server.pid();
    }

    ServerProcess server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
