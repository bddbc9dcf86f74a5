package org.answerline.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One server to start: which, what is deployed, where it listens, where it may write, and its whole environment.
 *
 * @param kind which of the servers it is
 * @param war the application, as this kind of server takes it
 * @param programs the folder with {@code payara-micro.jar} and {@code postgresql.jar}
 * @param configuration the folder under {@code server-config} for this kind of server
 * @param work a folder of this server alone, made if it is not there
 * @param port the HTTP port; 0 takes a free one
 * @param environment all variables the server sees
 * @param grid how it finds the other nodes
 * @param machine how the JVM compiles and collects
 */
public record ServerSetup(
        ServerKind kind,
        Path war,
        Path programs,
        Path configuration,
        Path work,
        int port,
        Map<String, String> environment,
        DataGrid grid,
        List<String> machine) {

    /**
     * Compiled lightly, with the simple collector, and with room for all classes of a start, which otherwise ends in full collections three
     * times: half the start-up time of a server's defaults.
     */
    private static final List<String> LIGHT =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m", "-Xmx512m");

    /** Finds a port where none is given. */
    public ServerSetup {
        port = port == 0 ? Ports.free() : port;
    }

    /** The application just built, as the build's system properties name it. */
    public static ServerSetup ofThisBuild(Path work, int port, Map<String, String> environment) {
        return new ServerSetup(
                ServerKind.ofThisBuild(),
                property("answerline.war"),
                property("answerline.server"),
                property("answerline.configuration"),
                work.toAbsolutePath(),
                port,
                Map.copyOf(environment),
                DataGrid.NONE,
                LIGHT);
    }

    /** Whether the build tests on Payara, which it does unless told otherwise. */
    public static boolean isPayara() {
        return ServerKind.ofThisBuild() instanceof Payara;
    }

    /** The same server as a node among others. */
    public ServerSetup in(DataGrid others) {
        return new ServerSetup(kind, war, programs, configuration, work, port, environment, others, machine);
    }

    /** The same server with another application. */
    public ServerSetup deploying(Path other) {
        return new ServerSetup(kind, other, programs, configuration, work, port, environment, grid, machine);
    }

    /** The same server with other files of its own. */
    public ServerSetup configuredBy(Path folder) {
        return new ServerSetup(kind, war, programs, folder, work, port, environment, grid, machine);
    }

    /** The same server with other options of the JVM than those that start it fastest. */
    public ServerSetup compiledBy(List<String> options) {
        return new ServerSetup(kind, war, programs, configuration, work, port, environment, grid, options);
    }

    static Path property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property " + name + " is not set: start this through Maven");
        }
        return Path.of(value).toAbsolutePath();
    }

    /** The same desk in Payara Micro, started by the script of an installation, as the documents say. */
    public ServerSetup installedAs(Installation installation) {
        return new ServerSetup(
                new PayaraScript(),
                installation.home().resolve("answerline.war"),
                installation.home().resolve("server"),
                installation.home().resolve("server-config/payara"),
                work,
                port,
                environment,
                grid,
                machine);
    }

    /** The command line. */
    List<String> command() {
        return kind.command(this);
    }

    /** The Java program with the options that all servers share, and these arguments. */
    List<String> javaCommand(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of(
                temporary(),
                // Else the JDK silently repeats a POST when the connection drops: one message would become two.
                "-Dsun.net.http.retryPost=false",
                // It serves the desk alone, so it has nothing to live for without it.
                "-Danswerline.failed-start=exit"));
        command.addAll(arguments);
        return command;
    }

    /** All variables that the process sees. */
    Map<String, String> variables() {
        var all = new HashMap<>(environment);
        all.putAll(kind.variables(this));
        return all;
    }

    /** The argument that tells this server from every other process. */
    String temporary() {
        return "-Djava.io.tmpdir=" + temporaryFolder();
    }

    /** Where the server unpacks itself; worthless after it ended. */
    Path temporaryFolder() {
        return work.resolve("tmp");
    }

    /** Where the number of its process is kept. */
    ProcessNote note() {
        return new ProcessNote(work.resolve("server.pid"), temporary());
    }

    /** Everything the server ever said. */
    File log() {
        return work.resolve("server.log").toFile();
    }
}
