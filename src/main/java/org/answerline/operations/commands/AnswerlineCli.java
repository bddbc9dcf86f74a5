package org.answerline.operations.commands;

import java.util.Optional;
import org.answerline.platform.observability.Log;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The owner's command line; it reads the same environment variables as the application. */
@Command(
        name = "answerline",
        description = "Manages an Answerline installation. It uses the database in DATABASE_URL.",
        mixinStandardHelpOptions = true,
        version = "1.0",
        subcommands = {
            CheckCommand.class,
            MigrateCommand.class,
            DoctorCommand.class,
            WebhookCommand.class,
            OutboxCommand.class,
            SetPasswordCommand.class,
            ClearBindingsCommand.class,
            ExportUserCommand.class,
            EraseUserCommand.class
        })
public final class AnswerlineCli {

    private AnswerlineCli() {}

    /** Runs one command and exits: 0, 1 if it failed, 2 if its arguments are wrong. */
    public static void main(String[] arguments) {
        Log.switchOff();
        System.exit(new CommandLine(new AnswerlineCli())
                .setExecutionExceptionHandler(AnswerlineCli::printFailure)
                .execute(arguments));
    }

    /** Prints one line: a stack trace does not help an owner. */
    private static int printFailure(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        // Some exceptions have no message.
        String reason = Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
        command.getErr().println("answerline: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
