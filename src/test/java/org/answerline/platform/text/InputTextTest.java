package org.answerline.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTest {
    @Test
    void dropsWhatPostgreSqlRefuses() {
        assertEquals("ab", InputText.clean("a\u0000b"));
        assertEquals("a\uFFFDb", InputText.clean("a\uD800b"));
        assertEquals("\uFFFD", InputText.clean("\uDC00"));
    }

    @Test
    void keepsLinesTabsAndWholePairs() {
        assertEquals("a\n\tb\nc\nd 🙏", InputText.clean("a\r\n\tb\rc\nd 🙏"));
        assertEquals("ab", InputText.clean("a\u0007\u0085b\u001B"));
        assertEquals("", InputText.clean(null));
    }

    @Test
    void makesOneLine() {
        assertEquals("Ann Example", InputText.cleanLine("  Ann\r\n\tExample\u2028"));
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
        assertTrue(InputText.isBlank(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "🙏", "\u200Bя", "\uFFFD", "👨‍👩‍👧"})
    void seesInk(String text) {
        assertFalse(InputText.isBlank(text));
    }

    @Test
    void countsCodePoints() {
        assertEquals(2, InputText.length("🙏a"));
    }
}
