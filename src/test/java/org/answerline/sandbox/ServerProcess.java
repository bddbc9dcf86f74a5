package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The application in a server of its own: a process that can be stopped, killed and started again. */
public final class ServerProcess implements AutoCloseable {

    /** How often the page may still fail after the server says that it is ready; ten a second. */
    private static final int FIRST_ANSWERS = 150;

    /** A server whose realm asks for a password before the application is reached. */
    private static final int ITS_OWN_SIGN_IN = 401;

    /**
     * Seen once in some sixty starts of Payara Micro 6.2025.10 on a busy machine: it takes the WAR for an EJB module, finds no EJB in it and
     * goes on without the application, its port closed. An owner's health check finds such a server; here it is started again at once.
     */
    private static final String TAKEN_FOR_EJB_MODULE = "EjbDeployer prepare";

    /** How long a JVM may take to write the stacks of its threads. */
    private static final Duration THREADS = Duration.ofSeconds(3);

    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final String PAGE = "/support/";

    /** The latest server of this JVM on each port. */
    private static final Map<Integer, ServerProcess> BY_PORT = new ConcurrentHashMap<>();

    private final ServerSetup setup;
    private final Consumer<String> people;
    private volatile Process process;
    private volatile ServerLog words;
    private boolean closed;
    private long logBefore;

    private ServerProcess(ServerSetup setup, Consumer<String> people) {
        this.setup = setup;
        this.people = people;
    }

    /**
     * Starts the server and returns at once; what an earlier one left in its folder is cleared away.
     *
     * @param people hears the lines of the log that concern people
     */
    public static ServerProcess start(ServerSetup setup, Consumer<String> people) {
        var server = new ServerProcess(setup, people);
        Leftovers.add(server);
        setup.note().endOrphan();
        Folders.delete(setup.log().toPath());
        server.launch();
        BY_PORT.put(setup.port(), server);
        return server;
    }

    /** The server of this JVM that an address of a page leads to, running or stopped. */
    static Optional<ServerProcess> at(URI address) {
        return Optional.ofNullable(BY_PORT.get(address.getPort()));
    }

    /** Where the site is, without a slash at the end. */
    public URI url() {
        return URI.create("http://localhost:" + setup.port());
    }

    /**
     * Returns when the support page answers. A server that does not get ready within the limit has its threads written to its log and is started
     * once more: seen once with Payara 7 in some two hundred starts, it neither ended nor logged a reason.
     *
     * @throws IllegalStateException with the reason if the server ends, does not take the application, or is too slow
     */
    public void awaitReady(Duration limit) {
        if (isReadyWithin(limit)) {
            return;
        }
        writeThreads();
        var slow = failure("The application did not answer within " + limit.toSeconds() + " s");
        people.accept(slow.getMessage() + " The server is started once more.");
        keepLog();
        startAgain();
        if (!isReadyWithin(limit)) {
            throw slow;
        }
    }

    /**
     * Whether the support page answers before the limit is over.
     *
     * @throws IllegalStateException with the reason if the server ends or does not take the application
     */
    private boolean isReadyWithin(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var patience = FIRST_ANSWERS;
        var startedAgain = false;
        while (System.nanoTime() < end) {
            if (hasEnded(Duration.ofMillis(100))) {
                throw failure("The server ended");
            }
            // Read before the page is asked. The very first pages may still fail: the MVC implementation wakes up with
            // them.
            var finished = words.saysReady();
            var status = Probe.status(url().resolve(PAGE));
            if (status > 0 && (status < 400 || status == ITS_OWN_SIGN_IN)) {
                return true;
            }
            if (!startedAgain && finished && words.reason().contains(TAKEN_FOR_EJB_MODULE)) {
                startedAgain = true;
                people.accept(
                        "Payara took the application for an EJB module and did not start it; it is started once more.");
                startAgain();
            } else if (finished && --patience == 0) {
                throw failure("The application does not work, " + PAGE + " answers " + status);
            }
        }
        return false;
    }

    /** Returns when the server has ended by itself or by somebody else's hand. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** The number of the process that runs now. */
    public long pid() {
        return process.pid();
    }

    /** Stops the server as an administrator does. */
    public void stop() {
        Processes.end(process.toHandle(), FAREWELL);
    }

    /** Kills the server without a word (kill -9). */
    public void kill() {
        Processes.kill(process.toHandle());
    }

    /** Stops the server if it runs, starts it again on the same port and returns when it is ready. */
    public void restart() {
        restart(Duration.ofMinutes(2));
    }

    /** The same with another limit for the start. */
    public void restart(Duration limit) {
        stop();
        launch();
        awaitReady(limit);
    }

    private void startAgain() {
        stop();
        try (var log = FileChannel.open(setup.log().toPath(), StandardOpenOption.WRITE)) {
            words.awaitLastWords();
            log.truncate(logBefore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server starts", e);
        }
        launch();
    }

    /** A JVM writes the stacks of its threads to its output, and so to the log, when it gets SIGQUIT. */
    private void writeThreads() {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
            hasEnded(THREADS);
        } catch (IOException e) {
            people.accept("The threads of the server could not be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server starts", e);
        }
    }

    /** A start that failed is explained by its log, which the next start would clear. */
    private void keepLog() {
        var log = setup.log().toPath();
        try {
            Files.copy(log, log.resolveSibling("server-not-ready.log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything the server ever said, over all its starts. */
    public String log() {
        try {
            return Files.readString(setup.log().toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server for good and removes what it unpacked; its log stays. */
    @Override
    public synchronized void close() {
        closed = true;
        Leftovers.remove(this);
        if (process != null) {
            stop();
        }
        Folders.delete(setup.temporaryFolder());
        Folders.delete(setup.note().file());
    }

    @Override
    public String toString() {
        return "the server at " + url();
    }

    private synchronized void launch() {
        if (closed) {
            throw new IllegalStateException(this + " was closed");
        }
        Folders.delete(setup.temporaryFolder());
        Folders.make(setup.temporaryFolder());
        setup.kind().prepare(setup);
        logBefore = setup.log().length();
        words = new ServerLog(setup.log(), people);
        var builder = new ProcessBuilder(setup.command())
                .directory(setup.work().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(setup.variables());
        try {
            process = builder.start();
            setup.note().write(process.toHandle());
            words.follow(process);
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be started", e);
        }
    }

    private boolean hasEnded(Duration pause) {
        try {
            var ended = process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                words.awaitLastWords();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server starts", e);
        }
    }

    private IllegalStateException failure(String what) {
        Path log = setup.log().toPath();
        return new IllegalStateException(what + ": " + words.reason() + " (all in " + log + ")");
    }
}
