package org.answerline.operations.commands;

import java.util.Optional;
import org.answerline.platform.observability.Log;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The owner's command line; it reads the same environment as the application. */
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

    /** Runs one command; ends with 0, with 1 when it could not be done, with 2 when it was not understood. */
    public static void main(String[] arguments) {
        Log.switchOff();
        System.exit(new CommandLine(new AnswerlineCli())
                .setExecutionExceptionHandler(AnswerlineCli::explain)
                .execute(arguments));
    }

    /** One line says what is wrong; a stack trace would say less to its reader. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        // Some failures have a name only.
        String reason = Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
        command.getErr().println("answerline: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
