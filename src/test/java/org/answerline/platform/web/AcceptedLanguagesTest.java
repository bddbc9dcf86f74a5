package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedLanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "en_US, en",
        "ru_RU.UTF-8, ru",
        "'ru-RU,ru;q=0.9,en;q=0.8', 'ru en'",
        "'en;q=0.3, ru;q=0.7', 'ru en'",
        "'en;q=0.1234567, ru;q=1.0000', 'ru en'",
        "'de, fr;q=0.9', ''",
        "'ru;q=0, en', en",
        "'ru;q=0.000, en;q=0', ''",
        "'ru;q=-1', ru",
        "'en;q=NaN,ru;q=1e9', 'en ru'",
        "'ru;level=1;q=0.2,en;q=0.3', 'en ru'",
        "'RU', ru",
        "'*', ''",
        "'*;q=0.5,ru;q=0.1', ru",
        "';,;;,=,q=', ''",
        "'\u0440\u0443\u0441\u0441\u043a\u0438\u0439', ''",
        "'ru-', ru",
        "'-ru', ''",
        "'', ''",
    })
    void readsWhateverClientsSend(String header, String languages) {
        assertEquals(languages, String.join(" ", AcceptedLanguages.read(List.of(header))));
    }

    @Test
    void readsAllLinesAndKeepsTheirOrderWhenTheyWeighTheSame() {
        assertEquals(List.of("ru", "en"), AcceptedLanguages.read(List.of("ru", "en, ru")));
    }

    @Test
    void aLongHeaderIsReadInNoTime() {
        assertEquals(List.of("ru"), AcceptedLanguages.read(List.of("x,".repeat(16_000) + "ru")));
    }
}
