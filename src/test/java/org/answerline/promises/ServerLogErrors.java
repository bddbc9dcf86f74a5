package org.answerline.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks, after every test with a desk of its own and after all that share one, whether the server's log has a stack trace or an error of the
 * server itself that no test asked for.
 *
 * <p>An error that the desk words itself, in one line, is what tests provoke; a trace is a fault nobody thought of. Not looked at: desks whose
 * database was killed or whose test says so, and the other servers, which word their logs differently.
 */
final class ServerLogErrors {
    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ (\\w+) (\\S+) .*");

    /** Payara's log of JSON objects, one a line; a trace stands in the object of its entry. */
    private static final Pattern JSON_ENTRY =
            Pattern.compile("\\{.*\"Level\":\"([^\"]*)\".*\"LoggerName\":\"([^\"]*)\".*");

    private static final String JSON_TRACE = "\"StackTrace\":";

    private static final String OURS = "org.answerline.";

    /** An update that cannot be handled is logged with its trace, for whoever fixes the program. */
    private static final Pattern MEANT = Pattern.compile(" could not be handled and was set aside");

    private ServerLogErrors() {}

    /** Fails on what is alarming. */
    static void check(String log) {
        List<String> alarming = alarming(log);
        if (!alarming.isEmpty()) {
            throw new AssertionError("The log is alarming:\n" + String.join("\n", alarming));
        }
    }

    /** The first lines of entries with a trace, and of errors that are not the desk's own words. */
    static List<String> alarming(String log) {
        var found = new ArrayList<String>();
        var head = "";
        for (var line : log.lines().toList()) {
            var entry = ENTRY.matcher(line);
            var json = JSON_ENTRY.matcher(line);
            if (json.matches()) {
                boolean error =
                        json.group(1).contains("SEVERE") && !json.group(2).startsWith(OURS);
                if (error || line.contains(JSON_TRACE) && !MEANT.matcher(line).find()) {
                    found.add(line);
                }
            } else if (entry.matches()) {
                head = line;
                if (entry.group(1).equals("SEVERE") && !entry.group(2).startsWith(OURS)) {
                    found.add(line);
                }
            } else if (line.startsWith("\tat ") && !MEANT.matcher(head).find() && !found.contains(head)) {
                found.add(head);
                found.add(line);
            }
        }
        return found;
    }
}
