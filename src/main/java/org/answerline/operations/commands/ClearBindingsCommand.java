package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes all links between accounts and Telegram, for example after a change of the bot; messages stay. */
@Command(
        name = "clear-telegram-support-bindings",
        description =
                "Deletes all links between accounts and Telegram, for example after a change of the bot. Messages stay.",
        mixinStandardHelpOptions = true)
final class ClearBindingsCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Only shows how many there are.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask for confirmation.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        try (Connection database = Environment.database().getConnection();
                Statement statement = database.createStatement()) {
            long links = count(statement);
            if (dryRun) {
                say("Telegram links that would be deleted: " + links);
                return 0;
            }
            if (!yes && !Confirmation.agreed("Delete " + links + " Telegram links?")) {
                say("Nothing was deleted.");
                return 1;
            }
            say("Telegram links deleted: " + statement.executeUpdate("delete from user_telegram_links"));
            return 0;
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from user_telegram_links")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
