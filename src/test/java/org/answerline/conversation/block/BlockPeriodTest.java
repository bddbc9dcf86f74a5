package org.answerline.conversation.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a block lasts, as operators type it. */
class BlockPeriodTest {

    @ParameterizedTest
    @CsvSource({"30m, PT30M", "12h, PT12H", "7d, PT168H", "2w, PT336H", "7 D, PT168H", "' 1w ', PT168H", "10w, PT1680H"
    })
    void minutesHoursDaysAndWeeksAreUnderstood(String typed, String duration) {
        assertEquals(Optional.of(new BlockPeriod(Optional.of(Duration.parse(duration)))), BlockPeriod.read(typed));
    }

    @Test
    void nothingLastsUntilItIsEnded() {
        assertEquals(Optional.of(new BlockPeriod(Optional.empty())), BlockPeriod.read("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "d", "0d", "-1d", "7 days", "1y", "99999w", "999999999999d", "7d please", "1.5h"})
    void anythingElseIsNoPeriod(String typed) {
        assertEquals(Optional.empty(), BlockPeriod.read(typed));
    }
}
