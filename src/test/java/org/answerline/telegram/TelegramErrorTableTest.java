package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.answerline.telegram.BotApiResponse.ResponseParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table for people, in docs/telegram.md, says of every answer what the code does. */
class TelegramErrorTableTest {

    private static final Path PAGE = Path.of("docs/telegram.md");

    @ParameterizedTest
    @CsvSource({
        "wait, 400, WAIT",
        "token refused, 404, TOKEN_REFUSED",
        "user blocked the bot, 400, PERSON_BLOCKED",
        "user blocked the bot, 403, PERSON_BLOCKED",
        "kind of message not allowed, 400, MESSAGE_REFUSED",
        "kind of message not allowed, 403, MESSAGE_REFUSED",
        "chat closed for now, 400, CHAT_CLOSED",
        "chat closed for now, 403, CHAT_CLOSED",
    })
    void theDocumentedAnswersMeanWhatThePageSays(String row, int code, TelegramErrorTable.Meaning meaning)
            throws IOException {
        var answers = answers(row);
        assertFalse(answers.isEmpty(), row);
        for (var answer : answers) {
            for (var description : List.of(answer, "Bad Request: " + answer, answer.toUpperCase(Locale.ROOT))) {
                assertEquals(
                        meaning, TelegramErrorTable.meaning(code, ResponseParameters.NONE, description), description);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not enough rights to send photos to the chat",
                "not enough rights to send stickers to the chat",
                "not enough rights to send documents to the chat",
                "not enough rights to send music to the chat",
                "not enough rights to send voice notes to the chat",
                "not enough rights to send voice messages to the chat",
                "not enough rights to send video notes to the chat",
                "not enough rights to send polls to the chat",
                "CHAT_SEND_PHOTOS_FORBIDDEN",
                "CHAT_SEND_MEDIA_FORBIDDEN",
                "CHAT_SEND_ROUNDVIDEOS_FORBIDDEN"
            })
    void aKindThatIsNotAllowedClosesNoChat(String description) {
        for (int code : List.of(400, 403)) {
            assertEquals(
                    TelegramErrorTable.Meaning.MESSAGE_REFUSED,
                    TelegramErrorTable.meaning(code, ResponseParameters.NONE, "Bad Request: " + description));
        }
        assertTrue(TelegramErrorTable.isKindForbidden(description));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not enough rights to send text messages to the chat",
                "not enough rights to send messages to the chat",
                "CHAT_SEND_PLAIN_FORBIDDEN",
                "CHAT_WRITE_FORBIDDEN",
                "have no rights to send a message",
                "not enough rights to create a topic"
            })
    void whatKeepsTextsOutClosesTheChat(String description) {
        assertEquals(
                TelegramErrorTable.Meaning.CHAT_CLOSED,
                TelegramErrorTable.meaning(400, ResponseParameters.NONE, description));
        assertFalse(TelegramErrorTable.isKindForbidden(description));
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
                        .replace("_…_", "_STICKERS_")
                        .replace("…", "something"))
                .toList();
    }
}
