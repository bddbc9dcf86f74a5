package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code mvn package} makes for production, unpacked.
 *
 * @param home the folder with the application, the server, the command line and the configuration
 */
public record Installation(Path home) {

    /** Payara 7 needs it. */
    private static final int JAVA = 21;

    /** Unpacks the zip that the build has just made, with the permissions that its files have in it. */
    public static Installation unpack(Path folder) {
        var zip = ServerSetup.property("answerline.zip");
        try (var files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                var all = Files.walk(files.getPath("/"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(file.toString().substring(1));
                Folders.copy(file, copy);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
            }
            var installation = new Installation(onlyFolderOf(folder));
            installation.useServerForThisJava();
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path onlyFolderOf(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            var found = all.toList();
            if (found.size() != 1) {
                throw new IllegalStateException("The zip has more than one folder: " + found);
            }
            return found.get(0);
        }
    }

    /** On an older Java Payara Micro 6 takes its place, as server-config/payara/README.md says. */
    private void useServerForThisJava() {
        if (Runtime.version().feature() < JAVA) {
            var server = "payara-micro.jar";
            Folders.copy(
                    ServerSetup.property("answerline.server").resolve(server),
                    home.resolve("server").resolve(server));
        }
    }
}
