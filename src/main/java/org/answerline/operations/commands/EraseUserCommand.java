package org.answerline.operations.commands;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.answerline.attachment.FileContents;
import org.answerline.operations.doctor.Installation;
import org.answerline.privacy.Erasure;
import org.answerline.privacy.ErasureContext;
import org.answerline.privacy.ErasureSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases all data about one user, as the user can on the site. */
@Command(
        name = "erase-user",
        description =
                "Erases one user: account, messages, files, and the bot's messages in Telegram that are recent enough.",
        mixinStandardHelpOptions = true)
final class EraseUserCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EMAIL", description = "The email address of the account.")
    private String email;

    @Option(names = "--dry-run", description = "Only shows what would be erased.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask for confirmation.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, IOException {
        Installation installation = Environment.installation();
        try (Connection database = installation.database().getConnection()) {
            long user = UserLookup.number(database, email);
            ErasureContext telegram = CommandLineTelegram.of(installation, database);
            Erasure erasure =
                    new Erasure(database, telegram, installation.clock().instant());
            if (dryRun) {
                say("Would be erased: " + words(erasure.summary(user)));
                return 0;
            }
            if (!yes && !Confirmation.agreed("Erase " + words(erasure.summary(user)))) {
                say("Nothing was erased.");
                return 1;
            }
            database.setAutoCommit(false);
            Erasure.Outcome outcome = erasure.erase(user);
            database.commit();
            FileContents.forget(installation.settings(), outcome.files());
            say("Erased: " + words(outcome.summary()));
            return 0;
        }
    }

    private static String words(ErasureSummary summary) {
        return "messages: %d, files: %d. Staying in Telegram: %d in the operator's chat, %d in the user's."
                .formatted(summary.messages(), summary.files(), summary.keptAtOperator(), summary.keptAtUser());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
