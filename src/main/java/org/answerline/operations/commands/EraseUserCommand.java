package org.answerline.operations.commands;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.answerline.attachment.FileContents;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;
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

    @Parameters(
            paramLabel = "EMAIL",
            description =
                    "The email address of the account, or its number where several accounts have the same address.")
    private String email;

    @Option(names = "--dry-run", description = "Only shows what would be erased.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask for confirmation.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Installation installation = Environment.installation();
        JdbcClient database = new JdbcClient(installation.database());
        long user = UserLookup.number(database, email);
        ErasureContext telegram = telegram(installation, database);
        Instant now = installation.clock().instant();
        ErasureSummary summary =
                PersonalDataTables.erasure(database, installation.clock()).summary(user, telegram, now);
        if (dryRun) {
            say("Would be erased: " + words(summary));
            return 0;
        }
        if (!yes && !Confirmation.agreed("Erase " + words(summary))) {
            say("Nothing was erased.");
            return 1;
        }
        Erasure.Outcome outcome = database.inTransaction(transaction ->
                PersonalDataTables.erasure(transaction, installation.clock()).erase(user, telegram, now));
        FileContents.forget(installation.settings(), outcome.files());
        say("Erased: " + words(outcome.summary()));
        return 0;
    }

    /** The bot and the operators' chat; if the group has become a supergroup, with the id that the application stored. */
    private static ErasureContext telegram(Installation installation, JdbcClient database) {
        String token = installation.token();
        long chat = installation.operatorChat();
        long botId = Long.parseLong(token.substring(0, token.indexOf(':')));
        long operator = new KeyValueStore(database)
                .value(OperatorChat.movedToName(chat))
                .map(Long::valueOf)
                .orElse(chat);
        return new ErasureContext(botId, operator, Environment.texts());
    }

    private static String words(ErasureSummary summary) {
        return "messages: %d, files: %d. Staying in Telegram: %d in the operator's chat, %d in the user's."
                .formatted(summary.messages(), summary.files(), summary.keptAtOperator(), summary.keptAtUser());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
