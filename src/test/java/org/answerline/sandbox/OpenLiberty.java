package org.answerline.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Open Liberty, with a user folder for each server.
 *
 * @param home where its distribution lies unpacked; nothing is written there
 */
record OpenLiberty(Path home) implements ServerKind {

    private static final String NAME = "answerline";

    @Override
    public void prepare(ServerSetup setup) {
        var server = setup.work().resolve("servers").resolve(NAME);
        Folders.copy(setup.configuration().resolve("server.xml"), server.resolve("server.xml"));
        Folders.copy(setup.programs().resolve("postgresql.jar"), server.resolve("lib/postgresql.jar"));
        Folders.copy(setup.war(), server.resolve("apps/answerline.war"));
    }

    /** What its script {@code server run} does; without the script the process is the server itself, which can be killed. */
    @Override
    public List<String> arguments(ServerSetup setup) {
        return List.of(
                "@" + home.resolve("lib/platform/java/java9.options"),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                NAME);
    }

    @Override
    public Map<String, String> variables(ServerSetup setup) {
        return Map.of("WLP_USER_DIR", setup.work().toString(), "HTTP_PORT", Integer.toString(setup.port()));
    }
}
