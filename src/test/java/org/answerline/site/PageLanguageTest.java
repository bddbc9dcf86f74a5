package org.answerline.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageLanguageTest {
    @Test
    void takesTheFirstLanguageWeHave() {
        assertEquals("ru", chosen("en", "de", "ru-RU", "en"));
        assertEquals("en", chosen("ru", "en-GB", "ru"));
    }

    @Test
    void speaksTheDesksLanguageToEverybodyElse() {
        assertEquals("ru", chosen("ru", "de", "fr"));
        assertEquals("en", chosen("en", "*"));
        assertEquals("en", chosen("xx"));
    }

    private static String chosen(String desk, String... wanted) {
        List<Locale> locales = Stream.of(wanted).map(Locale::forLanguageTag).toList();
        return PageLanguage.choose(locales, desk).getLanguage();
    }
}
