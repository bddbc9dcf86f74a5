package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** copyMessage takes every kind of content that the real server copies, and refuses the rest. */
class CopyMessageTest {
    private static final long GROUP = -77;
    private static final long ANNA = 7;

    private final SandboxTelegram telegram =
            SandboxTelegram.start(new SandboxOptions().adminChat(GROUP, ChatKind.GROUP));
    private final ApiClient api = new ApiClient(telegram);
    private final Participant anna = telegram.person(ANNA, "Anna", "ru");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void everyKindIsCopiedWithoutItsAuthor() throws IOException {
        anna.pressStart("");
        for (Media media : List.of(
                Media.location(1, 2),
                Media.venue("Museum", "Street", 1, 2),
                Media.contact("+1", "C"),
                Media.poll("regular", "When?", "Now", "Never"),
                Media.dice("🎲", 5),
                Media.animatedSticker("🎉"),
                Media.videoNote(),
                Media.story("ann"))) {
            var result = api.call("copyMessage", copy(anna.send(media))).getJsonObject("result");
            assertEquals(1, result.size(), result::toString);
            var copied = telegram.transcript(GROUP).stream()
                    .filter(message -> message.id() == result.getInt("message_id"))
                    .findFirst()
                    .orElseThrow();
            media.content()
                    .forEach((name, value) -> assertEquals(value, copied.json().get(name)));
            assertEquals(
                    "AnswerlineSandboxBot", copied.json().getJsonObject("from").getString("username"));
            assertFalse(copied.json().containsKey("forward_origin"));
        }
    }

    @Test
    void whatTelegramDoesNotCopyIsRefused() throws IOException {
        anna.pressStart("");
        for (Media media : List.of(
                Media.poll("quiz", "Which?", "This", "That"),
                Media.raw(Json.createObjectBuilder()
                        .add("paid_media", Json.createObjectBuilder())
                        .build()))) {
            assertEquals("Bad Request: message can't be copied", api.refusal("copyMessage", copy(anna.send(media))));
        }
        assertEquals("Bad Request: message to copy not found", api.refusal("copyMessage", copy(4_711)));
        long deleted = anna.write("gone");
        anna.delete(deleted);
        assertEquals("Bad Request: message to copy not found", api.refusal("copyMessage", copy(deleted)));
        assertEquals(
                "Bad Request: chat not found",
                api.refusal("copyMessage", "{\"chat_id\":-77,\"from_chat_id\":5,\"message_id\":1}"));
    }

    private static String copy(long messageId) {
        return "{\"chat_id\":%d,\"from_chat_id\":%d,\"message_id\":%d}".formatted(GROUP, ANNA, messageId);
    }
}
