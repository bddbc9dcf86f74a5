package org.answerline.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void aLanguageIsAFileAndNothingElse() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources"))) {
            var languages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("texts_.+\\.properties"))
                    .map(name -> name.replaceAll("texts_|\\.properties", ""))
                    .collect(Collectors.toSet());
            assertEquals(languages, Set.copyOf(Texts.LANGUAGES));
        }
        assertEquals("en", Texts.LANGUAGES.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "1, секунду",
        "2, секунды",
        "4, секунды",
        "5, секунд",
        "11, секунд",
        "12, секунд",
        "14, секунд",
        "20, секунд",
        "21, секунду",
        "22, секунды",
        "25, секунд",
        "101, секунду",
        "111, секунд",
        "112, секунд",
        "122, секунды"
    })
    void russianNumbersTakeTheRightForm(long number, String word) {
        assertEquals(number + " " + word, Texts.in("ru").counted("account.wait.seconds.", number));
    }

    @ParameterizedTest
    @CsvSource({"1, second", "2, seconds", "11, seconds", "21, seconds"})
    void englishNumbersToo(long number, String word) {
        assertEquals(number + " " + word, Texts.in("en").counted("account.wait.seconds.", number));
    }
}
