package org.answerline.bench;

import java.nio.file.Path;
import java.util.List;

/** The sandbox Telegram, as this process speaks to it. */
final class Telegram implements AutoCloseable {

    private final Child child;
    private final String url;
    private final String token;

    Telegram(Path errors) {
        child = Child.start(TelegramProcess.class, errors, "1g", List.of());
        var words = child.await("TELEGRAM").split(" ");
        url = words[0];
        token = words[1];
    }

    String url() {
        return url;
    }

    String token() {
        return token;
    }

    /** From now on each answer takes so many milliseconds. */
    void latency(int millis) {
        ask("latency " + millis);
    }

    /** From now on every call loses its connection. */
    void down() {
        ask("down");
    }

    /** How long what was written since a moment (epoch micros) took to Telegram: number, p50, p99 and the longest in milliseconds. */
    double[] travel(long since) {
        var words = ask("travel " + since).split(" ");
        return new double[] {
            Double.parseDouble(words[0]),
            Double.parseDouble(words[1]),
            Double.parseDouble(words[2]),
            Double.parseDouble(words[3])
        };
    }

    private String ask(String question) {
        child.say(question);
        return child.await("ok");
    }

    @Override
    public void close() {
        child.close();
    }
}
