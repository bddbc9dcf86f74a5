package org.answerline.operations.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.answerline.operations.doctor.Polling;
import org.answerline.operations.settings.SettingsCheck;
import org.answerline.platform.config.ServerSettings;
import org.answerline.platform.config.SettingProblem;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.Schema;
import org.answerline.platform.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks before the start that Answerline can work, so that no server stays up without the application. */
@Command(
        name = "check",
        description =
                "Checks whether Answerline can start: settings, database (waits for it), schema. The start script runs it.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration REPORT_AFTER = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            description =
                    "Also checks that the server can listen on HTTP_PORT. Payara starts without its site when it cannot.")
    private boolean mustListen;

    private long nextReport = System.nanoTime();
    private String fault = "";

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Environment.settings();
        List<SettingProblem> problems = Stream.concat(
                        SettingsCheck.problems(settings).stream(), SettingsCheck.databaseProblems(settings).stream())
                .toList();
        problems.forEach(this::print);
        if (!problems.isEmpty() || mustListen && !canListen(settings.get(ServerSettings.HTTP_PORT))) {
            return 1;
        }
        SettingsCheck.warnings(settings).forEach(this::print);
        DataSource database = Environment.database();
        if (!isReachableInTime(database, Duration.ofSeconds(settings.get(ServerSettings.START_WAIT)))) {
            print("The database does not respond (" + fault + "). Check that PostgreSQL is running, and check "
                    + ServerSettings.DATABASE_URL + ", " + ServerSettings.DATABASE_USER + " and "
                    + ServerSettings.DATABASE_PASSWORD + ". " + ServerSettings.START_WAIT
                    + " sets how many seconds to wait.");
            return 1;
        }
        new Schema(database).refuseNewer();
        return 0;
    }

    /** Prints a line when the port cannot be opened: Payara Micro opens it last, and logs nothing when that fails. */
    private boolean canListen(int port) {
        try (ServerSocket listener = new ServerSocket()) {
            // As the server does: a port whose last connections are still closing is free.
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException refused) {
            print("The server cannot listen on port " + port + " (" + refused.getMessage()
                    + "). End the program that uses it, or choose another port with " + ServerSettings.HTTP_PORT + ".");
            return false;
        }
    }

    private boolean isReachableInTime(DataSource database, Duration timeout) throws InterruptedException {
        return Polling.until(timeout, RETRY_AFTER, () -> connect(database)).isPresent();
    }

    /** Empty, and a line from time to time, while there is no connection. */
    private Optional<Boolean> connect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (connection.isValid(1)) {
                return Optional.of(true);
            }
            fault = "the connection broke";
        } catch (SQLException refused) {
            fault = refused.getMessage().lines().findFirst().orElse("no reason given");
        }
        reportFault();
        return Optional.empty();
    }

    private void reportFault() {
        if (System.nanoTime() - nextReport >= 0) {
            print("Waiting for the database: " + fault);
            nextReport = System.nanoTime() + REPORT_AFTER.toNanos();
        }
    }

    private void print(SettingProblem problem) {
        print(problem.text(Texts.in(Locale.ENGLISH)));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(line);
        out.flush();
    }
}
