package org.answerline.bench;

import java.time.Duration;

/** What waits in the desk's outbox. */
final class Backlog {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Database desk;

    Backlog(Database desk) {
        this.desk = desk;
    }

    long waiting() {
        return desk.number("select count(*) from deliveries where state = 'WAITING'");
    }

    /**
     * Takes away what waits but for one, which the dispatcher has to bring: then it stands as before a load. What the dispatcher has in hand it
     * brings as well.
     */
    void clear() {
        desk.run(
                """
                delete from deliveries where id in (
                  select id from deliveries where state = 'WAITING'
                  and id <> (select max(id) from deliveries where state = 'WAITING')
                  for update skip locked)
                """);
        drain();
    }

    /** Returns when nothing waits; says how long that took. */
    Duration drain() {
        var begun = System.nanoTime();
        while (waiting() > 0) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException(waiting() + " deliveries still wait after " + LONGEST);
            }
            Pauses.of(Duration.ofMillis(100));
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
