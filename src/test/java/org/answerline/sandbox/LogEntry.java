package org.answerline.sandbox;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first line of an entry in the server's log, in the form that {@code server-config} gives it.
 *
 * @param level how grave it is, in the server's own word
 * @param logger who speaks
 * @param text what it says; a stack trace follows in lines of its own
 */
record LogEntry(String level, String logger, String text) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ (\\w+) (\\S+) (.*)");

    /** Liberty's own form, which cannot be changed: time, thread, logger, the level's first letter, text. */
    private static final Pattern LIBERTY = Pattern.compile("\\[[^]]+] \\w+ (\\S+) +([A-Z]) (.*)");

    private static final Set<String> SERVERS =
            Set.of("PayaraMicro", "org.jboss.as", "com.ibm.ws.app.manager.AppMessageHelper");
    private static final Set<String> ERRORS = Set.of("SEVERE", "ERROR", "FATAL", "E", "F");
    private static final Set<String> WARNINGS = Set.of("WARNING", "WARN", "W");
    private static final Pattern READY = Pattern.compile(" ready in |WFLYSRV002[56]|CWWKZ000[12]");

    /** The entry that begins with this line, if one does. */
    static Optional<LogEntry> parse(String line) {
        var matcher = FORM.matcher(line);
        if (matcher.matches()) {
            return Optional.of(new LogEntry(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        var liberty = LIBERTY.matcher(line);
        return liberty.matches()
                ? Optional.of(new LogEntry(liberty.group(2), liberty.group(1), liberty.group(3)))
                : Optional.empty();
    }

    /** Whether the server itself says that it has done all it was started for, successfully or not. */
    boolean saysReady() {
        return SERVERS.contains(logger) && READY.matcher(text).find();
    }

    /** Whether something failed. */
    boolean isError() {
        return ERRORS.contains(level);
    }

    /** Whether something is amiss; the server's own words about its folders are not. */
    boolean isWarning() {
        return WARNINGS.contains(level) && !logger.equals("PayaraMicro");
    }

    /** Whether a person trying the desk out should see it: our own words, and what is amiss. */
    boolean concernsPeople() {
        return isOurWord() || isError() || isWarning();
    }

    // The dispatcher names every message that comes and goes, for whoever searches; too much for a person who watches.
    private boolean isOurWord() {
        return logger.startsWith("org.answerline.") && !logger.startsWith("org.answerline.delivery.");
    }
}
