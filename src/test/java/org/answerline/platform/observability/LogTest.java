package org.answerline.platform.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Logger TARGET = Logger.getLogger(LogTest.class.getName());

    private final System.Logger log = Log.of(LogTest.class);
    private final List<String> lines = new ArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        TARGET.setUseParentHandlers(false);
        TARGET.addHandler(handler);
    }

    @AfterEach
    void stop() {
        TARGET.removeHandler(handler);
    }

    @Test
    void aLineCarriesWhatItIsAboutUntilTheEnd() {
        var request = LogContext.with("request", "r-1");
        var message = LogContext.with("message", 17);
        log.log(System.Logger.Level.WARNING, "Something");
        message.end();
        log.log(System.Logger.Level.WARNING, () -> "Something else");
        request.end();
        log.log(System.Logger.Level.WARNING, "Nothing");
        assertEquals(List.of("Something request=r-1 message=17", "Something else request=r-1", "Nothing"), lines);
        assertTrue(LogContext.fields().isEmpty());
    }

    @Test
    void aMessageIsOneLineAndNoPattern() {
        log.log(
                System.Logger.Level.ERROR,
                "It's {0} and {1}\n2026-01-01T00:00:00 SEVERE forged",
                new RuntimeException());
        assertEquals(List.of("It's {0} and {1} 2026-01-01T00:00:00 SEVERE forged"), lines);
    }

    @Test
    void whatIsNotAskedForIsNotWritten() {
        log.log(System.Logger.Level.DEBUG, "Nobody reads this");
        assertEquals(List.of(), lines);
    }
}
