package org.answerline.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void theFirstLineThatCanBeRead() {
        assertEquals(Optional.of("Hello there"), Quote.line("\n \u200B\n  Hello\tthere \nmore"));
    }

    @Test
    void noneWhereNothingCanBeRead() {
        assertEquals(Optional.empty(), Quote.line(""));
        assertEquals(Optional.empty(), Quote.line(" \n\u200B"));
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        String line = Quote.line("🪁".repeat(200)).orElseThrow();
        assertEquals("🪁".repeat(Quote.MOST - 1) + "…", line);
    }
}
