package org.answerline.site.view;

import static org.answerline.site.view.ColourShades.contrast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever colour the owner chooses, text can be read. */
class ColourShadesTest {
    private static final int STEP = 51;

    /** 216 colours, and some that are near the limits. */
    static Stream<String> colours() {
        var grid = IntStream.range(0, 216)
                .mapToObj(i -> "#%02x%02x%02x".formatted(i / 36 * STEP, i / 6 % 6 * STEP, i % 6 * STEP));
        return Stream.concat(grid, Stream.of("#767676", "#777777", "#0b5d50", "#7fd1bd", "#FFDD00", "#1a5fb4"));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void everyTextHasItsContrastOnALightPage(String colour) {
        check(ColourShades.light(colour), List.of("#ffffff", ColourShades.LIGHT_PAPER), List.of("#17211e", "#52605b"));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void everyTextHasItsContrastOnADarkPage(String colour) {
        check(ColourShades.dark(colour), List.of("#111715", ColourShades.DARK_SHEET), List.of("#e9eeeb", "#a7b4ae"));
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.0", "#777777, #ffffff, 4.48", "#0b5d50, #ffffff, 7.79"})
    void theContrastIsThatOfTheStandard(String one, String other, double contrast) {
        assertEquals(contrast, contrast(one, other), 0.02);
        assertEquals(contrast, contrast(other, one), 0.02);
    }

    @Test
    void aColourThatHasContrastEnoughStaysAsItIs() {
        assertEquals("#1a5fb4", ColourShades.light("#1A5FB4").accent());
        assertEquals("#7fd1bd", ColourShades.dark("#7fd1bd").accent());
    }

    private static void check(ColourShades shades, List<String> grounds, List<String> inks) {
        Stream.concat(grounds.stream(), Stream.of(shades.tint())).forEach(ground -> {
            assertReadable(shades.accent(), ground);
            assertReadable(shades.strong(), ground);
        });
        assertReadable(shades.onAccent(), shades.accent());
        assertReadable(shades.onAccent(), shades.strong());
        inks.forEach(ink -> assertReadable(ink, shades.tint()));
    }

    private static void assertReadable(String text, String ground) {
        double contrast = contrast(text, ground);
        assertTrue(contrast >= ColourShades.CONTRAST, text + " on " + ground + ": " + contrast);
    }
}
