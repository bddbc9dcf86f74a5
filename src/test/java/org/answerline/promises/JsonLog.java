package org.answerline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.answerline.sandbox.ServerSetup;

/** Payara with the configuration for log collectors, {@code logging-json.properties}. */
final class JsonLog {

    private JsonLog() {}

    /** The same server with this log. */
    static ServerSetup configure(ServerSetup server) {
        try {
            Path folder = Files.createDirectories(server.work().resolve("configuration"));
            for (var name : List.of("preboot.asadmin", "alone.asadmin", "postdeploy.asadmin")) {
                Files.copy(
                        server.configuration().resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(
                    server.configuration().resolve("logging-json.properties"),
                    folder.resolve("logging.properties"),
                    StandardCopyOption.REPLACE_EXISTING);
            return server.configuredBy(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
