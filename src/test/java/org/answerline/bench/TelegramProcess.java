package org.answerline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;

/**
 * The sandbox Telegram in a process of its own.
 *
 * <p>Understands {@code latency MILLIS}, {@code down}, and {@code travel MICROS} (how long words marked since then took
 * to come here), a line each, and answers with {@code ok} and what was asked for.
 */
final class TelegramProcess {

    /** Everybody and everything with a number up to this is known from before, so that nobody has to be introduced. */
    static final long KNOWN = 1_000_000_000;

    private TelegramProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (var telegram = SandboxTelegram.start(new SandboxOptions().continuing(KNOWN))) {
            System.out.println("TELEGRAM " + telegram.apiUrl() + " " + telegram.token());
            var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("ok " + answer(telegram, line.split(" ")));
            }
        }
    }

    private static String answer(SandboxTelegram telegram, String[] words) {
        switch (words[0]) {
            case "latency" -> {
                telegram.faults().clear();
                long millis = Long.parseLong(words[1]);
                if (millis > 0) {
                    telegram.faults().add(Fault.slow(Duration.ofMillis(millis)));
                }
            }
            case "down" -> {
                telegram.faults().clear();
                telegram.faults().add(Fault.droppedBefore());
            }
            case "travel" -> {
                return Travel.of(telegram.requests(), Long.parseLong(words[1])).toString();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "";
    }
}
