package org.answerline.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ports that {@code mvn -Prun} listens on. Maven runs this source file by itself before it compiles anything, so that a taken
 * port is named at once; it therefore uses no other class of this project.
 */
final class TryOutPorts {

    private static final int LARGEST_PORT = 65535;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final boolean needsSandbox;
    private final int http;
    private final int sandbox;

    /** The ports that these environment variables ask for; a blank variable counts as unset. */
    TryOutPorts(Map<String, String> environment) {
        this.environment = environment;
        needsSandbox = get("TELEGRAM_SUPPORT_BOT_TOKEN").isEmpty();
        http = port("HTTP_PORT", 8080);
        sandbox = port("SANDBOX_PORT", 8081);
        if (needsSandbox && http == sandbox) {
            problems.add("HTTP_PORT and SANDBOX_PORT must differ, both are " + http + ".");
        }
    }

    /** Ends with exit code 1 and one line for each problem; the argument is the folder with the data of the try-out. */
    public static void main(String[] arguments) {
        var ports = new TryOutPorts(System.getenv());
        var data = Path.of(arguments[0]);
        var all = new ArrayList<>(ports.problems());
        if (all.isEmpty() && isLocked(data.resolve("lock"))) {
            all.add(anotherCopyRuns(data));
        } else if (all.isEmpty() && !isServerLeft(data.resolve("server/server.pid"))) {
            all.addAll(ports.taken());
        }
        if (!all.isEmpty()) {
            all.forEach(System.err::println);
            System.exit(1);
        }
    }

    /** Where the site listens. */
    int http() {
        return http;
    }

    /** Where the sandbox Telegram listens, if it is needed. */
    int sandbox() {
        return sandbox;
    }

    /** Whether no bot is named, so that a sandbox has to stand in for Telegram. */
    boolean needsSandbox() {
        return needsSandbox;
    }

    /** What is wrong with the settings, one line for each problem. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Those of the ports that cannot be used, one line for each, with a port that can. */
    List<String> taken() {
        var lines = new ArrayList<String>();
        addIfTaken(lines, "HTTP_PORT", http);
        if (needsSandbox) {
            addIfTaken(lines, "SANDBOX_PORT", sandbox);
        }
        return lines;
    }

    /** Whether a server cannot listen on this port, because somebody does or because the system keeps it. */
    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port left a moment ago is no longer taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void addIfTaken(List<String> lines, String name, int port) {
        if (isTaken(port)) {
            lines.add("Port " + port + " is taken. Choose another one: " + name + "=" + free(port) + " mvn -Prun");
        }
    }

    private int free(int taken) {
        var candidate = taken;
        do {
            candidate = candidate + 1000 > LARGEST_PORT ? 1024 + candidate % 1000 : candidate + 1000;
        } while (candidate == http || candidate == sandbox || isTaken(candidate));
        return candidate;
    }

    /** What is said to whoever starts it twice. */
    static String anotherCopyRuns(Path data) {
        return "Another copy is running with the data in " + data
                + ". Stop it first, or start this one from another checkout.";
    }

    /** A living run holds the lock until its process ends. */
    private static boolean isLocked(Path lock) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** A server that a killed run left behind keeps a port; it is ended later, by the class that knows which process it is. */
    private static boolean isServerLeft(Path note) {
        try {
            var pid = Long.parseLong(Files.readString(note).strip());
            return ProcessHandle.of(pid).isPresent();
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private String get(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private int port(String name, int usual) {
        var text = get(name).isEmpty() ? Integer.toString(usual) : get(name);
        var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            problems.add(name + " must be a port number, 1 to " + LARGEST_PORT + ", not '" + text + "'.");
        }
        return port;
    }
}
