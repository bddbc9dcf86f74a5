package org.answerline.operations.commands;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.answerline.platform.database.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Migrates the database to this version's schema, as the application does when it starts. */
@Command(
        name = "migrate",
        description = "Updates the database to the schema of this version.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int applied = new Schema(Environment.database()).migrate();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Migrations applied: " + applied);
        return 0;
    }
}
