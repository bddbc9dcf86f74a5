package org.answerline.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,     1 second, 1 секунду",
        "1001,  2 seconds,  2 секунды",
        "21000, 21 seconds, 21 секунду",
        "30000, 30 seconds, 30 секунд",
        "60000, 1 minute, 1 минуту",
        "60001, 2 minutes,  2 минуты",
        "660000, 11 minutes, 11 минут"
    })
    void saysAWaitAsAPersonWould(long millis, String english, String russian) {
        assertEquals(english, WaitText.of(Texts.in("en"), Duration.ofMillis(millis)));
        assertEquals(russian, WaitText.of(Texts.in("ru"), Duration.ofMillis(millis)));
    }
}
