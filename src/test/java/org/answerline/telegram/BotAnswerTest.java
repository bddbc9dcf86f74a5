package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotAnswerTest {

    @Test
    void givesTheResultOfACallThatSucceeded() {
        assertEquals(
                7,
                new BotAnswer(200, "{\"ok\":true,\"result\":{\"message_id\":7}}")
                        .result()
                        .getInt("message_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Gateway</html>", "{\"ok\":tru", "[]", "7", "null", "{}"})
    void whatIsNoBotApiAnswerLeavesTheOutcomeUnknown(String body) {
        assertThrows(BotApiException.OutcomeUnknown.class, () -> new BotAnswer(200, body).result());
    }

    @Test
    void keepsTheWaitThatTelegramAskedFor() {
        BotApiException failure =
                failure(429, "Too Many Requests: retry after 35", ",\"parameters\":{\"retry_after\":35}");
        assertEquals(
                Duration.ofSeconds(35),
                assertInstanceOf(BotApiException.TooManyRequests.class, failure).retryAfter());
    }

    @Test
    void tellsWhereAGroupWent() {
        BotApiException failure = failure(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                ",\"parameters\":{\"migrate_to_chat_id\":-1001234567890}");
        assertEquals(
                -1001234567890L,
                assertInstanceOf(BotApiException.ChatMoved.class, failure).newChatId());
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized, TokenRefused",
        "403, Forbidden: bot was blocked by the user, ChatUnreachable",
        "400, Bad Request: chat not found, ChatUnreachable",
        "400, Bad Request: not enough rights to send text messages to the chat, ChatUnreachable",
        "400, Bad Request: have no rights to send a message, ChatUnreachable",
        "400, Bad Request: CHAT_WRITE_FORBIDDEN, ChatUnreachable",
        "400, Bad Request: not enough rights to send photos to the chat, Refused",
        "400, Bad Request: message is too long, Refused",
        "500, Internal Server Error: restart, OutcomeUnknown",
    })
    void readsWhatCanBeDone(int code, String description, String meaning) {
        assertEquals(meaning, failure(code, description, "").getClass().getSimpleName());
    }

    private static BotApiException failure(int code, String description, String more) {
        String body = "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}".formatted(code, description, more);
        return assertThrows(BotApiException.class, () -> new BotAnswer(code, body).result());
    }
}
