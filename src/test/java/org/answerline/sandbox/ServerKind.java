package org.answerline.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the servers that the desk runs on: what it finds in its folder, and how its process is started. */
interface ServerKind {

    /** The one that the build names in the system property {@code answerline.server.kind}; Payara if it names none. */
    static ServerKind ofThisBuild() {
        var name = System.getProperty("answerline.server.kind", "payara");
        return switch (name) {
            case "payara" -> new Payara();
            case "liberty" -> new OpenLiberty(home());
            case "wildfly" -> new WildFly(home());
            default -> throw new IllegalStateException("There is no server " + name);
        };
    }

    /** Lays out what the server expects in its work folder before each start. */
    void prepare(ServerSetup setup);

    /** What follows the name of the Java program and the options that all servers share. */
    List<String> arguments(ServerSetup setup);

    /** The whole command line. */
    default List<String> command(ServerSetup setup) {
        return setup.javaCommand(arguments(setup));
    }

    /** Variables of the server itself, beside the desk's. */
    default Map<String, String> variables(ServerSetup setup) {
        return Map.of();
    }

    private static Path home() {
        return ServerSetup.property("answerline.server.home");
    }
}
