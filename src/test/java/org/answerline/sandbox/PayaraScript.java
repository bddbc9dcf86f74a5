package org.answerline.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro as an owner starts it: by our script, with settings in the environment and nothing on the command line. */
final class PayaraScript implements ServerKind {

    @Override
    public void prepare(ServerSetup setup) {
        // The script knows where everything lies.
    }

    @Override
    public List<String> arguments(ServerSetup setup) {
        return setup.grid().isAlone() ? List.of() : setup.grid().options();
    }

    /** The script ends by becoming the server, so its process is the server's. */
    @Override
    public List<String> command(ServerSetup setup) {
        var command =
                new ArrayList<>(List.of(setup.configuration().resolve("run").toString()));
        command.addAll(arguments(setup));
        return command;
    }

    /** The script takes the Java program from the path; here it is the one that runs the tests. */
    @Override
    public Map<String, String> variables(ServerSetup setup) {
        var java = Path.of(System.getProperty("java.home"), "bin");
        return Map.of(
                "PATH",
                java + File.pathSeparator + setup.environment().get("PATH"),
                "HTTP_PORT",
                Integer.toString(setup.port()),
                "JAVA_TOOL_OPTIONS",
                String.join(" ", setup.machine()) + " " + setup.temporary());
    }
}
