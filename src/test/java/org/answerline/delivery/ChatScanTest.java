package org.answerline.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChatScanTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ChatScan scan = new ChatScan(SECOND);

    @Test
    void goesOnAtOnceAfterAFullStretchAndBeginsAgainAfterTheLast() {
        assertEquals(Long.MIN_VALUE, scan.after());
        assertEquals(Duration.ZERO, scan.advance(stretch(), SECOND));
        assertEquals(ChatScan.STRETCH, scan.after());
        assertEquals(SECOND, scan.advance(List.of(500L), SECOND));
        assertEquals(Long.MIN_VALUE, scan.after());
    }

    @Test
    void waitsForTheFirstChatOfTheWholeScanThatIsDue() {
        scan.advance(stretch(), Duration.ofMillis(20));
        assertEquals(Duration.ofMillis(20), scan.advance(List.of(500L), Duration.ofMillis(700)));
        assertEquals(Duration.ofMillis(700), scan.advance(List.of(500L), Duration.ofMillis(700)));
    }

    @Test
    void neverWaitsLongerThanTheLongestTime() {
        assertEquals(SECOND, scan.advance(List.of(), Duration.ofSeconds(9)));
    }

    private static List<Long> stretch() {
        return LongStream.rangeClosed(1, ChatScan.STRETCH).boxed().toList();
    }
}
