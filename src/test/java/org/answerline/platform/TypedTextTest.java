package org.answerline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    @Test
    void dropsWhatPostgreSqlRefuses() {
        assertEquals("ab", TypedText.clean("a\u0000b"));
        assertEquals("a\uFFFDb", TypedText.clean("a\uD800b"));
        assertEquals("\uFFFD", TypedText.clean("\uDC00"));
    }

    @Test
    void keepsLinesTabsAndWholePairs() {
        assertEquals("a\n\tb\nc\nd 🙏", TypedText.clean("a\r\n\tb\rc\nd 🙏"));
        assertEquals("ab", TypedText.clean("a\u0007\u0085b\u001B"));
        assertEquals("", TypedText.clean(null));
    }

    @Test
    void makesOneLine() {
        assertEquals("Ann Example", TypedText.cleanLine("  Ann\r\n\tExample\u2028"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B\u200F",
                "\uFEFF",
                "\u2800",
                "\u3000",
                "\u2060",
                "\u00AD",
                "\u180E",
                "\u3164",
                "\u115F\u1160",
                "\uFE0F",
                "\n\t",
                "\uDB40\uDC20",
                "\u202E",
                "\uFFA0",
                "\u034F"
            })
    void seesThatNothingCanBeSeen(String text) {
        assertTrue(TypedText.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "🙏", "\u200Bя", "\uFFFD", "👨‍👩‍👧"})
    void seesInk(String text) {
        assertFalse(TypedText.isBlank(text));
    }

    @Test
    void countsCodePoints() {
        assertEquals(2, TypedText.length("🙏a"));
    }
}
