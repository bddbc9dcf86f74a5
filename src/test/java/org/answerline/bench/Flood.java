package org.answerline.bench;

import java.time.Duration;
import java.util.Map;

/** W10: thousands of deliveries wait for thousands of chats; how fast they leave under Telegram's pace, and who suffers. */
final class Flood {

    private static final int WAITING = 20_000;
    private static final int CHATS = 2_000;
    private static final double PACE = 30;
    private static final Duration WATCHED = Duration.ofSeconds(20);

    /** The numbers of a thousand million and more are nobody's. */
    private static final long FIRST_CHAT = 20_000_000;

    private final Rig rig;
    private final Results results;
    private final Throughput throughput;

    Flood(Rig rig, Results results, Throughput throughput) {
        this.rig = rig;
        this.results = results;
        this.throughput = throughput;
    }

    /** Ends all sessions, because it begins with a start. */
    void measure(Traffic users) {
        rig.restartDesk(
                Map.of("TELEGRAM_PACE_CHAT", "1", "TELEGRAM_PACE_GROUP_MINUTE", "20", "TELEGRAM_PACE_TOTAL", "30"));
        throughput.warmUp(users);
        var calm = users.as("W10, W1 without a backlog");
        var flooded = users.as("W10, W1 beside the backlog");
        for (int round = 0; round < rig.options().rounds(); round++) {
            throughput.desk(calm);
            put();
            judgePace(round);
            throughput.deskBeside(flooded);
            empty();
        }
        var ratio = results.ratio(flooded.workload(), "desk", calm.workload(), "desk", Sample::perSecond);
        results.judge("W10", "W1 loses ≤ 15 %", ratio.toString(), ratio.median() >= 0.85);
    }

    private void judgePace(int round) {
        if (round > 0) {
            return;
        }
        long before = sent();
        Pauses.of(WATCHED);
        double share = (sent() - before) / (PACE * WATCHED.toSeconds());
        results.judge("W10", "drains ≥ 0.95 of the pace", Sample.number(share, 2), share >= 0.95);
        results.add("W10", "time to drain all", WAITING / (PACE * share), "s");
    }

    private void put() {
        rig.desk()
                .database()
                .run(
                        """
                        insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)
                        select %d + i %% %d, 'WORD', 1, 1, 'One of many', 'WAITING', now() from generate_series(1, %d) i
                        """
                                .formatted(FIRST_CHAT, CHATS, WAITING));
        rig.desk().database().run("analyze deliveries");
        Pauses.of(Duration.ofSeconds(3));
    }

    private void empty() {
        new Backlog(rig.desk().database()).clear();
    }

    private long sent() {
        return rig.desk()
                .database()
                .number("select count(*) from deliveries where state = 'SENT' and purpose = 'WORD'");
    }
}
