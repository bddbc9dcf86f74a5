package org.answerline.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What is known of targets that are not met, written by people. */
final class Reasons {

    private final Properties written = new Properties();

    Reasons() {
        try (var file = Reasons.class.getResourceAsStream("/bench/reasons.properties");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reason, or nothing when the target is met or nobody knows. */
    String of(Results.Verdict severity) {
        if (severity.met()) {
            return "";
        }
        return written.stringPropertyNames().stream()
                .filter(key -> severity.workload().equals(key.substring(0, key.indexOf('.'))))
                .filter(key -> severity.target().contains(key.substring(key.indexOf('.') + 1)))
                .findFirst()
                .map(written::getProperty)
                .orElse("not looked into yet");
    }
}
