package org.answerline.operations.commands;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.answerline.platform.database.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all data about one user, the same file that the user can download. */
@Command(
        name = "export-user",
        description = "Writes all data about one user as JSON: account, Telegram, messages and a list of files.",
        mixinStandardHelpOptions = true)
final class ExportUserCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "EMAIL",
            description =
                    "The email address of the account, or its number where several accounts have the same address.")
    private String email;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The file to write, which must not exist. Without it, standard output.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        JdbcClient database = new JdbcClient(Environment.database());
        long user = UserLookup.number(database, email);
        String site = Environment.installation().publicUrl().orElse("");
        try (OutputStream out = open()) {
            PersonalDataTables.export(database)
                    .write(user, site, Environment.texts().get("account.data.export.note"), out);
        } catch (FileAlreadyExistsException taken) {
            throw new IllegalStateException("The file already exists: " + output);
        }
        return 0;
    }

    private OutputStream open() throws IOException {
        return output == null
                ? new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))
                : Files.newOutputStream(output, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
