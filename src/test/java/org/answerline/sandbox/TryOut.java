package org.answerline.sandbox;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** The whole desk in the foreground, for {@code mvn -Prun}: starts what the environment does not name, until Ctrl-C. */
public final class TryOut {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long OPERATOR = 500;
    private static final long GROUP = -1_000_000_000_500L;

    private final Console console = new Console();
    private final TryOutSettings settings = new TryOutSettings(System.getenv());
    private final TryOutPorts ports = settings.ports();
    private final Path data = Path.of(System.getProperty("answerline.data")).toAbsolutePath();

    private String owner;

    private TryOut() {}

    /** Runs until the server ends or this process is told to end; the exit code is 1 if anything was amiss. */
    public static void main(String[] arguments) throws InterruptedException {
        var tryOut = new TryOut();
        try {
            tryOut.run();
        } catch (IllegalStateException | UncheckedIOException e) {
            tryOut.fail(e.getMessage());
        }
    }

    private void run() throws InterruptedException {
        var problems = settings.problems();
        if (!problems.isEmpty()) {
            fail(String.join(System.lineSeparator(), problems));
        }
        Leftovers.add(
                FolderLock.take(data).orElseThrow(() -> new IllegalStateException(TryOutPorts.anotherCopyRuns(data))));
        var server = start();
        announce();
        server.awaitEnd();
        fail("The server stopped unexpectedly; the reason is in " + setup().log());
    }

    private ServerProcess start() {
        // A server that outlived an earlier try-out would keep the port.
        setup().note().endOrphan();
        // Seen before the compiling already; meanwhile another program may have come.
        var taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), taken));
        }
        owner = ownerPassword();
        database();
        if (ports.needsSandbox()) {
            return startWithSandbox(settings.secret(secretFile()));
        }
        if (!settings.registersItself()) {
            settings.secret(secretFile());
        }
        return startServer();
    }

    private ServerSetup setup() {
        return ServerSetup.ofThisBuild(data.resolve("server"), ports.http(), settings.environment());
    }

    private void database() {
        if (settings.needsDatabase()) {
            console.during(
                    "Starting PostgreSQL (its data is kept in " + data + ") …",
                    () -> settings.useDatabase(LocalDatabase.in(data.resolve("postgresql"))));
            return;
        }
        console.say("Using the database that DATABASE_URL names …");
        tryDatabase();
    }

    private void tryDatabase() {
        DriverManager.setLoginTimeout(10);
        var user = settings.get("DATABASE_USER");
        try {
            DriverManager.getConnection(settings.get("DATABASE_URL"), user, settings.get("DATABASE_PASSWORD"))
                    .close();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database that DATABASE_URL names cannot be used: " + e.getMessage(), e);
        }
    }

    private ServerProcess startWithSandbox(String secret) {
        console.say("Starting the sandbox Telegram …");
        boolean isGroup = !settings.operators().equals("private");
        long operators = isGroup ? GROUP : OPERATOR;
        var telegram = SandboxTelegram.start(new SandboxOptions()
                .adminChat(operators, isGroup ? ChatKind.SUPERGROUP : ChatKind.PRIVATE)
                .forum(settings.operators().equals("forum"))
                .port(ports.sandbox())
                .keepingChatsIn(data.resolve("sandbox"))
                // The database remembers message ids and chats of the last time, so they must not be given out again,
                // even where the sandbox's folder was deleted.
                .continuing(Instant.now().getEpochSecond()));
        Leftovers.add(telegram);
        settings.useSandbox(telegram.apiUrl(), telegram.linkUrl(), telegram.token(), operators);
        var server = startServer();
        WebhookRegistration.register(telegram.apiUrl(), telegram.token(), server.url(), secret);
        return server;
    }

    private ServerProcess startServer() {
        var server = ServerProcess.start(setup(), console::say);
        console.during("Starting the server and the application …", () -> server.awaitReady(PATIENCE));
        return server;
    }

    private void announce() {
        console.say(
                ports.needsSandbox()
                        ? Welcome.withSandbox(
                                ports.http(),
                                ports.sandbox(),
                                owner,
                                setup().log().toPath())
                        : Welcome.withTelegram(
                                ports.http(), owner, setup().log().toPath()));
        if (!ports.needsSandbox() && !settings.registersItself()) {
            console.say(Welcome.registerByHand(secretFile()));
        }
        Leftovers.add(() -> console.say("\nStopping …"));
    }

    /** How to enter the owner's page; a password that the owner chose is not shown to whoever looks on. */
    private String ownerPassword() {
        var isChosen = settings.hasOwnerPassword();
        var password = settings.ownerPassword(data.resolve("owner-password"));
        return isChosen ? "the password in SUPPORT_OWNER_PASSWORD" : "the password " + password;
    }

    private Path secretFile() {
        return data.resolve("webhook-secret");
    }

    private void fail(String line) {
        if (!Leftovers.areClosing()) {
            console.say(line);
        }
        System.exit(1);
    }
}
