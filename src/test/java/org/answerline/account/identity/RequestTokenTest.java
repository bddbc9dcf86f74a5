package org.answerline.account.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTokenTest {
    private static final int READS_PER_CHARACTER = 5;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer   a.b.c", " BEARER a.b.c ", "Bearer\ta.b.c"})
    void readsTheToken(String header) {
        assertEquals(Optional.of("a.b.c"), RequestToken.bearer(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", " bearer  "})
    void aMissingTokenIsAnEmptyOne(String header) {
        assertEquals(Optional.of(""), RequestToken.bearer(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearera.b.c", "Bearer a b"})
    void anythingElseIsNoToken(String header) {
        assertEquals(Optional.empty(), RequestToken.bearer(header));
    }

    @Test
    void theWorkGrowsOnlyWithTheLengthOfTheHeader() {
        var header = "Bearer" + " ".repeat(10_000) + "a b";
        var reads = new AtomicLong();
        assertEquals(Optional.empty(), RequestToken.bearer(new CountedText(header, reads)));
        assertTrue(reads.get() <= READS_PER_CHARACTER * (long) header.length(), reads + " characters read");
    }

    /** Counts how often a character is read. */
    private record CountedText(String text, AtomicLong reads) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
