package org.answerline.sandbox;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The latest errors in a server's log, for the message of a test that met an answer of status 500 or above. */
public final class ServerErrors {

    private static final int ENTRIES = 3;
    private static final int LINES_PER_ENTRY = 40;
    private static final int LONGEST_LINE = 2_000;

    /** An error in Payara's log of JSON objects, one a line. */
    private static final Pattern JSON_ERROR = Pattern.compile("\\{.*\"Level\":\"(?:SEVERE|ERROR)\".*");

    private ServerErrors() {}

    /** What the server at this address logged last, to be put behind a message; empty if tests started no server there. */
    public static String latestAt(URI address) {
        return ServerProcess.at(address).map(ServerErrors::ofServer).orElse("");
    }

    private static String ofServer(ServerProcess server) {
        // The log comes through a pipe and may lag behind the answer.
        var errors = Await.soon(() -> Optional.of(latest(server.log())).filter(found -> !found.isEmpty()));
        return errors.map(found -> "\nLatest errors in the log of " + server + ":\n" + String.join("\n", found))
                .orElse("\nThere is no error in the log of " + server);
    }

    /** The latest entries that are errors or have a stack trace, the oldest first, each with the first lines that follow it. */
    static List<String> latest(String log) {
        Deque<List<String>> found = new ArrayDeque<>();
        List<String> entry = new ArrayList<>();
        for (var line : log.lines().toList()) {
            if (LogEntry.parse(line).isPresent() || line.startsWith("{")) {
                keep(entry, found);
                entry = new ArrayList<>();
            }
            if (entry.size() < LINES_PER_ENTRY) {
                entry.add(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            }
        }
        keep(entry, found);
        return found.stream().map(lines -> String.join("\n", lines)).toList();
    }

    private static void keep(List<String> entry, Deque<List<String>> found) {
        if (!entry.isEmpty() && isError(entry)) {
            found.addLast(entry);
            if (found.size() > ENTRIES) {
                found.removeFirst();
            }
        }
    }

    private static boolean isError(List<String> entry) {
        var head = entry.get(0);
        return LogEntry.parse(head).filter(LogEntry::isError).isPresent()
                || JSON_ERROR.matcher(head).matches()
                || entry.stream().anyMatch(line -> line.startsWith("\tat "));
    }
}
