package org.answerline.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
        return PageLanguage.choose(List.of(wanted), desk).getLanguage();
    }
}
