package org.answerline.platform.observability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes lines that carry their {@link LogContext}: at the end of the line for people, and as fields of their own where the server
 * writes JSON.
 *
 * <p>Payara's JSON formatter makes fields of a parameter that is a map; the others show it where the message names it.
 */
public final class Log implements System.Logger {
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*");

    private final Logger target;

    private Log(String name) {
        target = Logger.getLogger(name);
    }

    /** The logger of a class. */
    public static System.Logger of(Class<?> owner) {
        return new Log(owner.getName());
    }

    /** Switches all logging of this process off: the commands print themselves what they did and what failed. */
    public static void switchOff() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    @Override
    public String getName() {
        return target.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return target.isLoggable(severity(level));
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            target.log(line(level, message, thrown));
        }
    }

    /** The message as it is: our messages come whole, and what is in them may have braces of its own. */
    @Override
    public void log(Level level, ResourceBundle bundle, String message, Object... parameters) {
        log(level, bundle, message, (Throwable) null);
    }

    private LogRecord line(Level level, String message, Throwable thrown) {
        LogRecord line = new LogRecord(severity(level), "{0}{1}");
        line.setLoggerName(getName());
        line.setSourceClassName(getName());
        line.setParameters(new Object[] {oneLine(message), new Fields(LogContext.fields())});
        line.setThrown(thrown);
        return line;
    }

    /** What comes from outside could otherwise forge a line of its own. */
    static String oneLine(String message) {
        return LINE_ENDS.matcher(String.valueOf(message)).replaceAll(" ");
    }

    private static java.util.logging.Level severity(Level level) {
        return switch (level) {
            case ALL -> java.util.logging.Level.ALL;
            case TRACE -> java.util.logging.Level.FINER;
            case DEBUG -> java.util.logging.Level.FINE;
            case INFO -> java.util.logging.Level.INFO;
            case WARNING -> java.util.logging.Level.WARNING;
            case ERROR -> java.util.logging.Level.SEVERE;
            case OFF -> java.util.logging.Level.OFF;
        };
    }

    /** Shown as words, each with a blank in front. */
    static final class Fields extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;

        Fields(Map<String, String> fields) {
            super(fields);
        }

        @Override
        public String toString() {
            return entrySet().stream()
                    .map(field -> " " + field.getKey() + "=" + field.getValue())
                    .collect(Collectors.joining());
        }
    }
}
