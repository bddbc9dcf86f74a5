package org.answerline.platform.observability;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the server log one line for a request that is not valid HTTP, or for a client that closed the connection.
 *
 * <p>Payara logs each of these as an error with a stack trace, and Internet scanners send hundreds of them. Faults inside the desk keep
 * their stack trace.
 */
@WebListener
public class RequestFaultLog implements ServletContextListener {
    /** The loggers of Payara's web container, its HTTP parser and Jersey for single requests. */
    private static final List<String> LOGGERS = List.of(
            "jakarta.enterprise.web",
            "jakarta.enterprise.web.core",
            "org.glassfish.grizzly.filterchain.DefaultFilterChain",
            "org.glassfish.jersey.server.ServerRuntime$Responder");

    private static final String DESK = "org.answerline.";
    private static final String PARSER = "org.glassfish.grizzly.";
    private static final int LONGEST = 300;
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]+");
    private static final Pattern BROKEN_CONNECTION =
            Pattern.compile("(?m)^(?:Caused by: )?(java\\.io\\.(?:IO|EOF)Exception.*)\\R\\tat ");
    private static final SimpleFormatter WORDS = new SimpleFormatter();

    /** Kept here, because unreferenced loggers may be garbage-collected. */
    private final List<Logger> loggers = LOGGERS.stream().map(Logger::getLogger).toList();

    private final Filter filter = RequestFaultLog::shorten;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        loggers.stream().filter(logger -> logger.getFilter() == null).forEach(logger -> logger.setFilter(filter));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        loggers.stream().filter(logger -> logger.getFilter() == filter).forEach(logger -> logger.setFilter(null));
    }

    /** Removes the stack trace from a record that needs none; returns true, so every record is logged. */
    static boolean shorten(LogRecord line) {
        Throwable fault = line.getThrown();
        if (fault != null && isClients(fault)) {
            become(WORDS.formatMessage(line) + ": " + cause(fault), line);
        } else if (fault == null && line.getMessage() != null) {
            // Catalina writes some stack traces into the message.
            Matcher written = BROKEN_CONNECTION.matcher(line.getMessage());
            if (written.find()) {
                become(line.getMessage().lines().findFirst().orElse("") + ": " + written.group(1), line);
            }
        }
        return true;
    }

    private static void become(String words, LogRecord line) {
        String printable = NOT_PRINTABLE.matcher(words).replaceAll("?");
        line.setResourceBundle(null);
        line.setParameters(null);
        line.setMessage(printable.substring(0, Math.min(printable.length(), LONGEST)));
        line.setThrown(null);
        line.setLevel(Level.INFO);
    }

    /** Whether the connection broke, or the request did not reach the desk's first filter. */
    private static boolean isClients(Throwable fault) {
        return cause(fault) instanceof IOException || (isIn(fault, PARSER) && !isIn(fault, DESK));
    }

    private static boolean isIn(Throwable fault, String packages) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause)
                .flatMap(one -> Stream.of(one.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().startsWith(packages));
    }

    private static Throwable cause(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
