package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.answerline.telegram.client.BotApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotApiResponseTest {

    @Test
    void givesTheResultOfACallThatSucceeded() {
        assertEquals(
                7,
                read(200, "{\"ok\":true,\"result\":{\"message_id\":7}}")
                        .result()
                        .messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Gateway</html>", "{\"ok\":tru", "[]", "7", "null", "{}"})
    void whatIsNoBotApiAnswerLeavesTheOutcomeUnknown(String body) {
        assertThrows(BotApiException.OutcomeUnknown.class, () -> read(200, body));
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
        "400, need administrator rights in the channel chat, ChatUnreachable",
        "400, BAD REQUEST: topic_closed, ChatUnreachable",
        "400, TOPIC_DELETED, ChatUnreachable",
        "400, Bad Request: message thread not found, ChatUnreachable",
        "400, Bad Request: CHAT_SEND_PLAIN_FORBIDDEN, ChatUnreachable",
        "400, Bad Request: CHAT_SEND_MEDIA_FORBIDDEN, Refused",
        "403, Forbidden: CHAT_WRITE_FORBIDDEN, ChatUnreachable",
        "400, Bad Request: CHAT_RESTRICTED, ChatUnreachable",
        "400, Bad Request: bot was kicked from the supergroup chat, ChatUnreachable",
        "403, Forbidden: something Telegram says of a chat from next year on, ChatUnreachable",
        "400, Bad Request: group chat was upgraded to a supergroup chat, ChatUnreachable",
        "400, Bad Request: USER_IS_BLOCKED, ChatUnreachable",
        "400, Bad Request: user is deactivated, ChatUnreachable",
        "400, Bad Request: PEER_ID_INVALID, ChatUnreachable",
        "400, Bad Request: INPUT_USER_DEACTIVATED, ChatUnreachable",
        "403, Forbidden: bot can't initiate conversation with a user, ChatUnreachable",
        "400, Bad Request: VOICE_MESSAGES_FORBIDDEN, Refused",
        "403, Forbidden: VOICE_MESSAGES_FORBIDDEN, Refused",
        "400, Bad Request: IMAGE_PROCESS_FAILED, Refused",
        "400, Bad Request: PHOTO_INVALID_DIMENSIONS, Refused",
        "400, Bad Request: wrong file identifier/HTTP URL specified, Refused",
        "400, Bad Request: message text is empty, Refused",
        "400, Bad Request: text must be non-empty, Refused",
        "400, Bad Request: can't parse entities: Unclosed start tag at byte offset 3, Refused",
        "400, Bad Request: ENTITIES_TOO_LONG, Refused",
        "400, Bad Request: message to be replied not found, Refused",
        "400, Bad Request: message to delete not found, Refused",
        "400, Bad Request: REACTION_INVALID, Refused",
        "413, Request Entity Too Large, Refused",
        "400, Bad Request: SOMETHING_OF_NEXT_YEAR, Unlisted",
        "404, Not Found: method not found, Unlisted",
        "409, Conflict: something else, Unlisted",
        "404, Not Found, TokenRefused",
        "400, Bad Request: Logged out, TokenRefused",
        "400, FLOOD_WAIT_35, TooManyRequests",
        "400, Bad Request: message is too long, Refused",
        "500, Internal Server Error: restart, OutcomeUnknown",
    })
    void readsWhatCanBeDone(int code, String description, String meaning) {
        assertEquals(meaning, failure(code, description, "").getClass().getSimpleName());
    }

    private static BotApiException failure(int code, String description, String more) {
        String body = "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}".formatted(code, description, more);
        return assertThrows(BotApiException.class, () -> read(code, body));
    }

    private static BotApiResponse<BotApiClient.SentMessage> read(int status, String body) {
        return BotApiResponse.read(status, body, BotApiClient.SentMessage.class, Optional.empty());
    }
}
