package org.answerline.delivery.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChatScanTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ChatScan scan = new ChatScan(SECOND, nanos::get);

    @Test
    void beginsAtOnce() {
        assertEquals(Long.MIN_VALUE, scan.after());
        assertEquals(Duration.ZERO, scan.untilDue());
    }

    @Test
    void goesOnAtOnceAfterAFullStretchAndBeginsAgainASecondAfterTheLast() {
        scan.advance(stretch());
        assertEquals(ChatScan.STRETCH, scan.after());
        assertEquals(Duration.ZERO, scan.untilDue());
        scan.advance(List.of(500L));
        assertEquals(Long.MIN_VALUE, scan.after());
        assertEquals(SECOND, scan.untilDue());
    }

    @Test
    void isDueWhenItsIntervalIsOver() {
        scan.advance(List.of());
        nanos.addAndGet(Duration.ofMillis(300).toNanos());
        assertEquals(Duration.ofMillis(700), scan.untilDue());
        nanos.addAndGet(Duration.ofMillis(700).toNanos());
        assertEquals(Duration.ZERO, scan.untilDue());
        nanos.addAndGet(SECOND.toNanos());
        assertEquals(Duration.ZERO, scan.untilDue());
    }

    private static List<Long> stretch() {
        return LongStream.rangeClosed(1, ChatScan.STRETCH).boxed().toList();
    }
}
