package org.answerline.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of an entry in the server's log, as {@code logging.properties} writes it.
 *
 * @param level the name of the {@link java.util.logging.Level}
 * @param logger who speaks
 * @param text what it says; a stack trace follows in lines of its own
 */
record LogEntry(String level, String logger, String text) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ (\\w+) (\\S+) (.*)");

    /** The entry that begins with this line, if one does. */
    static Optional<LogEntry> parse(String line) {
        var matcher = FORM.matcher(line);
        return matcher.matches()
                ? Optional.of(new LogEntry(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether the server itself says that it has done all it was started for, successfully or not. */
    boolean saysReady() {
        return logger.equals("PayaraMicro") && text.contains(" ready in ");
    }

    /** Whether something failed. */
    boolean isError() {
        return level.equals("SEVERE");
    }

    /** Whether something is amiss; the server's own words about its folders are not. */
    boolean isWarning() {
        return level.equals("WARNING") && !logger.equals("PayaraMicro");
    }

    /** Whether a person trying the desk out should see it: our own words, and what is amiss. */
    boolean concernsPeople() {
        return isOurWord() || isError() || isWarning();
    }

    // The courier names every message that comes and goes, for whoever searches; too much for a person who watches.
    private boolean isOurWord() {
        return logger.startsWith("org.answerline.") && !logger.startsWith("org.answerline.delivery.");
    }
}
