package org.answerline.operations.commands;

import java.util.concurrent.Callable;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.database.JdbcClient;
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
    public Integer call() {
        TelegramLinkRows links = new TelegramLinkRows(new JdbcClient(Environment.database()));
        long count = links.count();
        if (dryRun) {
            say("Telegram links that would be deleted: " + count);
            return 0;
        }
        if (!yes && !Confirmation.agreed("Delete " + count + " Telegram links?")) {
            say("Nothing was deleted.");
            return 1;
        }
        say("Telegram links deleted: " + links.deleteAll());
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
