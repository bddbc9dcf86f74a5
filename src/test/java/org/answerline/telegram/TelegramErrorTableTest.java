package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.answerline.telegram.BotApiResponse.ResponseParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table for people, in docs/telegram.md, says of every answer what the code does. */
class TelegramErrorTableTest {

    private static final Path PAGE = Path.of("docs/telegram.md");

    @ParameterizedTest
    @CsvSource({
        "wait, 400, WAIT",
        "token refused, 404, TOKEN_REFUSED",
        "user blocked the bot, 400, PERSON_BLOCKED",
        "user blocked the bot, 403, PERSON_BLOCKED",
        "chat closed for now, 400, CHAT_CLOSED",
        "chat closed for now, 403, CHAT_CLOSED",
    })
    void theDocumentedAnswersMeanWhatThePageSays(String row, int code, ErrorMeaning meaning) throws IOException {
        var answers = answers(row);
        assertFalse(answers.isEmpty(), row);
        for (var answer : answers) {
            for (var description : List.of(answer, "Bad Request: " + answer, answer.toUpperCase(Locale.ROOT))) {
                assertEquals(
                        meaning, TelegramErrorTable.meaning(code, ResponseParameters.NONE, description), description);
            }
        }
    }

    /** The texts of a row; what is left out in them is replaced. */
    private static List<String> answers(String row) throws IOException {
        var line = Files.readAllLines(PAGE).stream()
                .filter(text -> text.startsWith("| " + row + " |"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("`([^`]+)`")
                .matcher(line.split("\\|")[2])
                .results()
                .map(match -> match.group(1))
                .filter(text -> !text.equals("retry_after"))
                .map(text -> text.replace("WAIT_n", "WAIT_35")
                        .replace("_…_", "_MEDIA_")
                        .replace("…", "something"))
                .toList();
    }
}
