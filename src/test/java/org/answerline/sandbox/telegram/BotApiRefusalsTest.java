package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.answerline.telegram.client.BotAdminApi;
import org.answerline.telegram.client.JdkBotAdminClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotApiRefusalsTest {
    private final SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions().adminChat(-77, ChatKind.GROUP));
    private final ApiClient api = new ApiClient(telegram);

    @AfterEach
    void stop() {
        telegram.close();
    }

    private static String message(long chatId, String text, String mode) {
        return Json.createObjectBuilder()
                .add("chat_id", chatId)
                .add("text", text)
                .add("parse_mode", mode)
                .build()
                .toString();
    }

    private String refusalOf(String text) throws IOException {
        return api.refusal("sendMessage", message(-77, text, ""));
    }

    @Test
    void refusesWrongTokensAndUnknownMethods() throws IOException {
        assertEquals(
                "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}",
                api.get("/bot1:x/getMe").body());
        assertTrue(api.get("/bot0:x/getMe").body().contains("Unauthorized: invalid token specified"));
        assertEquals(401, api.get("/bot1/getMe").statusCode());
        assertEquals("Not Found: method not found", api.refusal("sendPigeon", "{}"));
        assertEquals(404, api.get("/bot" + telegram.token()).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"chat_id":-77}                                   | Bad Request: message text is empty
            {"chat_id":-77,"text":"x"                         | Bad Request: message text is empty
            {"chat_id":-77,"text":"\\ud800"}                  | Bad Request: message text is empty
            {"chat_id":-77,"text":" \\n\\u200b"}              | Bad Request: text must be non-empty
            {"text":"x"}                                      | Bad Request: chat_id is empty
            {"chat_id":"abc","text":"x"}                      | Bad Request: chat not found
            {"chat_id":12345,"text":"x"}                      | Bad Request: chat not found
            {"chat_id":-77,"text":"x","parse_mode":"bbcode"}  | Bad Request: unsupported parse_mode
            {"chat_id":-77,"text":"x","message_thread_id":1}  | Bad Request: message thread not found
            {"chat_id":-77,"text":"x","reply_to_message_id":9}| Bad Request: message to be replied not found
            {"chat_id":-77,"text":"x","reply_parameters":{"message_id":9}}| Bad Request: message to be replied not found
            {"chat_id":-77,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b"}]]}} | Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
            """)
    void refusesWithTelegramsWords(String json, String description) throws IOException {
        assertEquals(description, api.refusal("sendMessage", json));
    }

    @Test
    void countsCodePointsAfterTrimmingAndBytesBefore() throws IOException {
        assertEquals(8192, api.sent(-77, "😀".repeat(4096)).getString("text").length());
        assertEquals("Bad Request: message is too long", refusalOf("x".repeat(4097)));
        assertEquals(
                4096,
                api.sent(-77, " " + "x".repeat(4096) + "\n").getString("text").length());
        assertEquals("Bad Request: text is too long", refusalOf("x".repeat(32769)));
        assertEquals("Bad Request: message is too long", refusalOf("x".repeat(32768)));
    }

    @Test
    void aChatThatIsClosedToTheBotIsRefused() throws IOException {
        Participant anna = telegram.person(7, "Anna", "ru");
        String toAnna = message(7, "hello", "");
        assertEquals("Bad Request: chat not found", api.refusal("sendMessage", toAnna));
        anna.in(-77).write("hello all");
        assertEquals("Forbidden: bot can't initiate conversation with a user", api.refusal("sendMessage", toAnna));
        anna.pressStart("");
        api.sent(7, "hello");
        anna.block();
        assertEquals("Forbidden: bot was blocked by the user", api.refusal("sendMessage", toAnna));
        assertEquals(
                "Forbidden: bot was blocked by the user",
                api.refusal("sendChatAction", "{\"chat_id\":7,\"action\":\"typing\"}"));
        anna.deleteAccount();
        assertEquals("Forbidden: user is deactivated", api.refusal("sendMessage", toAnna));
    }

    @Test
    void aGroupCanCloseItselfToTheBot() throws IOException {
        telegram.adminGroup().removeBot();
        assertEquals("Forbidden: bot was kicked from the group chat", refusalOf("x"));
        telegram.adminGroup().addBot();
        telegram.adminGroup().mute();
        assertEquals("Bad Request: not enough rights to send text messages to the chat", refusalOf("x"));
        telegram.adminGroup().unmute();
        long newId = telegram.adminGroup().upgrade().id();
        HttpResponse<String> response = api.raw("sendMessage", message(-77, "x", ""));
        assertEquals(400, response.statusCode());
        assertEquals(
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup"
                        + " chat\",\"parameters\":{\"migrate_to_chat_id\":" + newId + "}}",
                response.body());
        assertEquals(2, api.sent(newId, "x").getInt("message_id"));
    }

    private String copied(Media media) throws IOException {
        Participant anna = telegram.person(7, "Anna", "ru");
        anna.pressStart("");
        return api.refusal(
                "copyMessage", "{\"chat_id\":-77,\"from_chat_id\":7,\"message_id\":%d}".formatted(anna.send(media)));
    }

    @Test
    void aGroupCanForbidKindsOfMessages() throws IOException {
        Group group = telegram.adminGroup();
        group.forbid(SendRight.PHOTOS, SendRight.POLLS, SendRight.OTHER_MESSAGES);
        assertEquals("Bad Request: not enough rights to send photos to the chat", copied(Media.photo("")));
        assertEquals(
                "Bad Request: not enough rights to send polls to the chat", copied(Media.poll("regular", "?", "a")));
        assertEquals("Bad Request: not enough rights to send stickers to the chat", copied(Media.sticker("👍")));
        assertEquals("Bad Request: not enough rights to send dice to the chat", copied(Media.dice("🎲", 1)));
        api.sent(-77, "a text");
        JsonObject permissions =
                api.call("getChat", "{\"chat_id\":-77}").getJsonObject("result").getJsonObject("permissions");
        assertTrue(permissions.getBoolean("can_send_messages"));
        assertFalse(permissions.getBoolean("can_send_photos"));
        group.forbid(SendRight.MESSAGES);
        assertEquals("Bad Request: not enough rights to send text messages to the chat", refusalOf("x"));
        assertEquals("Bad Request: not enough rights to send venues to the chat", copied(Media.venue("a", "b", 1, 2)));
        group.giveBot(BotRights.BARE_ADMINISTRATOR);
        api.sent(-77, "an administrator's text");
        group.giveBot(BotRights.MEMBER);
        group.allowAll();
        api.sent(-77, "a text again");
    }

    @Test
    void nothingOfAnAlbumIsSentIfOneKindIsForbidden() throws IOException {
        telegram.adminGroup().forbid(SendRight.VIDEOS);
        String photo = StoredFile.keep("photo", "photo.jpg", Pictures.jpeg()).id();
        String video = StoredFile.keep("video", "", Pictures.ogg()).id();
        String album =
                "{\"chat_id\":-77,\"media\":[{\"type\":\"photo\",\"media\":\"%s\"},{\"type\":\"video\",\"media\":\"%s\"}]}";
        assertEquals(
                "Bad Request: not enough rights to send videos to the chat",
                api.refusal("sendMediaGroup", album.formatted(photo, video)));
        assertEquals(List.of(), telegram.transcript(-77));
    }

    @Test
    void theDeskLearnsWhetherTextsAreAllowed() {
        BotAdminApi admin =
                new BotAdminApi(new JdkBotAdminClient(telegram.apiUrl().toString(), telegram.token()));
        Group group = telegram.adminGroup();
        assertTrue(admin.maySendTexts(-77));
        group.forbid(SendRight.PHOTOS);
        assertTrue(admin.maySendTexts(-77));
        group.forbid(SendRight.MESSAGES);
        assertFalse(admin.maySendTexts(-77));
        group.giveBot(BotRights.BARE_ADMINISTRATOR);
        assertTrue(admin.maySendTexts(-77), "an administrator may");
        group.giveBot(BotRights.MEMBER);
        group.allowAll();
        group.mute();
        assertFalse(admin.maySendTexts(-77));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <x>                 | Unsupported start tag "x" at byte offset 0
            ж<br/>              | Unsupported start tag "br/" at byte offset 2
            a < b>              | Unsupported start tag "" at byte offset 2
            <b                  | Unclosed start tag at byte offset 0
            <b>x                | Can't find end tag corresponding to start tag "b"
            <b>x</i>            | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
            x</b>               | Unexpected end tag at byte offset 1
            <b>x</b             | Unclosed end tag at byte offset 4
            <a =x>x</a>         | Empty attribute name in the tag "a" at byte offset 0
            <a href=x/y>x</a>   | Unexpected end of name token at byte offset 8
            <span>x</span>      | Tag "span" must have class "tg-spoiler" at byte offset 0
            """)
    void htmlFaultsAreNamedWithByteOffsets(String html, String fault) throws IOException {
        assertEquals(
                "Bad Request: can't parse entities: " + fault, api.refusal("sendMessage", message(-77, html, "HTML")));
    }

    @Test
    void editsDeletionsAndReactionsAreRefused() throws IOException {
        int id = api.sent(-77, "x").getInt("message_id");
        String message = "{\"chat_id\":-77,\"message_id\":%d,\"text\":\"%s\",\"reaction\":%s}";
        String check = "[{\"type\":\"emoji\",\"emoji\":\"✅\"}]";
        assertEquals(
                "Bad Request: message to edit not found",
                api.refusal("editMessageText", message.formatted(99, "x", check)));
        assertTrue(api.refusal("editMessageText", message.formatted(id, "x", check))
                .startsWith("Bad Request: message is not modified"));
        assertEquals(
                "Bad Request: REACTION_INVALID", api.refusal("setMessageReaction", message.formatted(id, "x", check)));
        assertEquals(
                "Bad Request: message to delete not found",
                api.refusal("deleteMessage", message.formatted(99, "x", check)));
        long theirs = telegram.operator().write("mine");
        assertEquals(
                "Bad Request: message can't be edited",
                api.refusal("editMessageText", message.formatted(theirs, "x", check)));
        assertEquals(
                "Bad Request: message can't be deleted for everyone",
                api.refusal("deleteMessage", message.formatted(theirs, "x", check)));
    }

    @Test
    void limitsEndIn429WithTheHeader() throws IOException {
        try (SandboxTelegram strict = SandboxTelegram.start(
                new SandboxOptions().adminChat(-77, ChatKind.GROUP).limits(true))) {
            ApiClient hurried = new ApiClient(strict);
            for (int i = 0; i < 20; i++) {
                hurried.sent(-77, "x");
            }
            HttpResponse<String> response = hurried.raw("sendMessage", message(-77, "x", ""));
            assertEquals(429, response.statusCode());
            String seconds = response.headers().firstValue("Retry-After").orElse("");
            assertTrue(seconds.matches("[123]"), seconds);
            assertTrue(response.body().endsWith("\"parameters\":{\"retry_after\":" + seconds + "}}"), response.body());
        }
    }
}
