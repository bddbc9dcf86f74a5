package org.answerline.operations.commands;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.answerline.operations.settings.SettingsCheck;
import org.answerline.platform.database.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What has to be right before the server is started: then it never stays up without the application. */
@Command(
        name = "check",
        description =
                "Checks whether Answerline can start: settings, database (waits for it), schema. The start script runs it.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final String PATIENCE = "SUPPORT_DATABASE_WAIT";
    private static final String USUAL_PATIENCE = "60";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<String> problems = new ArrayList<>(SettingsCheck.problems(System::getenv));
        problems.addAll(SettingsCheck.databaseProblems(System::getenv));
        problems.forEach(this::say);
        if (!problems.isEmpty()) {
            return 1;
        }
        SettingsCheck.warnings(System::getenv).forEach(this::say);
        DataSource database = Environment.database();
        Optional<String> away = await(database);
        if (away.isPresent()) {
            say("The database does not respond (" + away.get()
                    + "). Check that PostgreSQL is running, and check DATABASE_URL,"
                    + " DATABASE_USER and DATABASE_PASSWORD. " + PATIENCE + " sets how many seconds to wait.");
            return 1;
        }
        new Schema(database).refuseNewer();
        return 0;
    }

    /** Why there is no connection in the end; empty when there is one. */
    private Optional<String> await(DataSource database) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience());
        long saidAt = System.nanoTime();
        Optional<String> away = away(database);
        while (away.isPresent() && System.nanoTime() < end) {
            if (System.nanoTime() >= saidAt) {
                say("Waiting for the database: " + away.get());
                saidAt = System.nanoTime() + SAY_AGAIN.toNanos();
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
            away = away(database);
        }
        return away;
    }

    private static Optional<String> away(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1) ? Optional.empty() : Optional.of("the connection broke");
        } catch (SQLException fault) {
            return Optional.of(fault.getMessage().lines().findFirst().orElse("no reason given"));
        }
    }

    private static long patience() {
        String set = System.getenv(PATIENCE);
        return Long.parseLong(set == null || set.isBlank() ? USUAL_PATIENCE : set.strip());
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(line);
        out.flush();
    }
}
