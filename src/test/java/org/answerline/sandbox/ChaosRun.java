package org.answerline.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.answerline.sandbox.chaos.Chaos;
import org.answerline.sandbox.chaos.ChaosPlan;

/** The chaos run for {@code mvn -Pchaos}: prints its seed and its table, and fails when anything was lost, doubled or reordered. */
public final class ChaosRun {

    private ChaosRun() {}

    /** Reads {@code chaos.minutes}, {@code chaos.seed}, {@code chaos.chat} (forum or private) and {@code chaos.folder} from the system properties. */
    public static void main(String[] arguments) {
        long seed = Long.getLong("chaos.seed", System.currentTimeMillis() % 1_000_000);
        double minutes = Double.parseDouble(System.getProperty("chaos.minutes", "10"));
        String chat = System.getProperty("chaos.chat", "forum");
        if (!List.of("forum", "private").contains(chat)) {
            throw new IllegalArgumentException("chaos.chat must be forum or private: " + chat);
        }
        System.out.println("Chaos for " + minutes + " min, seed " + seed + ", operators in a chat of kind " + chat);
        var folder = Path.of(System.getProperty("chaos.folder", "target/chaos"));
        var report = Chaos.run(ChaosPlan.ofMinutes(seed, chat.equals("forum"), minutes, folder));
        System.out.println(report.text());
        if (!report.holds()) {
            System.exit(1);
        }
    }
}
