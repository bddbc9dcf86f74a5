package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.telegram.client.BotAdminClient;
import org.answerline.telegram.client.BotApiClient;
import org.answerline.telegram.client.BotApiClient.RemoteFile;
import org.answerline.telegram.client.BotApiClient.SentMessage;
import org.answerline.telegram.client.BotApiClient.SetMessageReaction;
import org.answerline.telegram.client.BotUser;
import org.answerline.telegram.client.ChatFullInfo;
import org.answerline.telegram.client.OutgoingMedia;
import org.answerline.telegram.client.OutgoingMessage;
import org.answerline.telegram.client.SetWebhook;
import org.answerline.telegram.client.WebhookInfo;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as records: what they look like as JSON, and what they tolerate. */
class BotApiJsonTest {

    private static final String ENTITIES = "[{\"type\":\"bold\",\"offset\":0,\"length\":2}]";

    @Test
    void aTextHasItsLayoutAndNoPreview() {
        assertEquals(
                "{\"chat_id\":4503599627370495,\"entities\":" + ENTITIES
                        + ",\"link_preview_options\":{\"is_disabled\":true}"
                        + ",\"reply_parameters\":{\"allow_sending_without_reply\":true,\"message_id\":7}"
                        + ",\"text\":\"«Привет» \\\"<b>\\\"\"}",
                BotApiJson.write(new OutgoingMessage((1L << 52) - 1, "«Привет» \"<b>\"", ENTITIES, 7L).request()));
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        assertEquals(
                "{\"chat_id\":-1001234567890,\"link_preview_options\":{\"is_disabled\":true},\"text\":\"x\"}",
                BotApiJson.write(new OutgoingMessage(-1001234567890L, "x", null, null).request()));
    }

    @Test
    void aFileIsNamedByItsType() {
        var media = media(new OutgoingMedia.File(MediaType.VIDEO_NOTE, "abc", "a.mp4", null), TelegramText.plain(""));
        assertEquals("sendVideoNote", media.method());
        assertEquals("{\"chat_id\":42,\"video_note\":\"abc\"}", BotApiJson.write(media.fileRequest()));
        for (var type : MediaType.values()) {
            var file = media(new OutgoingMedia.File(type, "abc", "a", null), new TelegramText("Hm", ENTITIES));
            JsonObject json = BotApiJson.read(BotApiJson.write(file.fileRequest()), JsonObject.class);
            assertEquals(Set.of("chat_id", "caption", "caption_entities", type.field()), json.keySet());
            assertEquals("abc", json.getString(type.field()));
            assertEquals(ENTITIES, json.getJsonArray("caption_entities").toString());
        }
    }

    @Test
    void anAlbumNamesWhatIsUploadedAndHasOneCaption() {
        var album = new OutgoingMedia(
                42,
                List.of(
                        new OutgoingMedia.File(MediaType.PHOTO, null, "a.png", null),
                        new OutgoingMedia.File(MediaType.VIDEO, "abc", "b.mp4", null)),
                TelegramText.plain("Both"),
                null);
        assertTrue(album.isUpload());
        assertEquals(
                "{\"chat_id\":42,\"media\":[{\"caption\":\"Both\",\"media\":\"attach://file0\",\"type\":\"photo\"},"
                        + "{\"media\":\"abc\",\"type\":\"video\"}]}",
                BotApiJson.write(album.albumRequest()));
    }

    @Test
    void theOtherRequests() {
        assertEquals("{}", BotApiJson.write(new BotAdminClient.NoParameters()));
        assertEquals(
                "{\"chat_id\":1,\"message_id\":2,\"reaction\":[{\"emoji\":\"👌\",\"type\":\"emoji\"}]}",
                BotApiJson.write(new SetMessageReaction(1, 2, List.of(new BotApiClient.ReactionType("emoji", "👌")))));
        assertEquals(
                "{\"chat_id\":1,\"message_ids\":[2,3]}",
                BotApiJson.write(new BotApiClient.DeleteMessages(1, List.of(2L, 3L))));
        assertEquals("{\"file_id\":\"abc\"}", BotApiJson.write(new BotApiClient.GetFile("abc")));
        assertEquals("{\"chat_id\":-7,\"user_id\":5}", BotApiJson.write(new BotAdminClient.GetChatMember(-7, 5)));
        assertEquals(
                "{\"allowed_updates\":[\"callback_query\",\"edited_message\",\"message\",\"my_chat_member\"],\"max_connections\":40,"
                        + "\"secret_token\":\"hidden\",\"url\":\"https://a.example/\"}",
                BotApiJson.write(SetWebhook.forDesk("https://a.example/", "hidden")));
        assertFalse(
                SetWebhook.forDesk("https://a.example/", "hidden").toString().contains("hidden"));
    }

    @Test
    void unknownMembersAreIgnored() {
        SentMessage sent = BotApiJson.read(
                "{\"message_id\":9007199254740993,\"chat\":{\"id\":1},\"of_next_year\":[{\"a\":[null,1e400]}]}",
                SentMessage.class);
        assertEquals(9007199254740993L, sent.messageId());
        RemoteFile file = BotApiJson.read(
                "{\"file_id\":\"x\",\"file_unique_id\":\"y\",\"file_size\":5000000000,\"file_path\":\"photos/a.jpg\"}",
                RemoteFile.class);
        assertEquals(new RemoteFile("photos/a.jpg", 5_000_000_000L), file);
    }

    @Test
    void membersMayBeMissing() {
        assertNull(BotApiJson.<SentMessage>read("{}", SentMessage.class).messageId());
        assertEquals(new BotUser(0L, "", false), BotApiJson.read("{}", BotUser.class));
        assertEquals(
                new ChatFullInfo("", "", "", false, null), BotApiJson.read("{\"title\":null}", ChatFullInfo.class));
        WebhookInfo none = BotApiJson.read("{}", WebhookInfo.class);
        assertEquals(new WebhookInfo("", 0L, 0L, "", Set.of(), 0L), none);
        assertEquals(Optional.empty(), none.lastErrorAt());
    }

    @Test
    void theWebhookAsItIs() {
        WebhookInfo info = BotApiJson.read(
                "{\"url\":\"https://a.example/\",\"has_custom_certificate\":false,\"pending_update_count\":3,"
                        + "\"last_error_date\":1764400000,\"last_error_message\":\"Connection refused\",\"max_connections\":40,"
                        + "\"ip_address\":\"192.0.2.1\",\"allowed_updates\":[\"my_chat_member\",\"message\","
                        + "\"callback_query\",\"edited_message\"]}",
                WebhookInfo.class);
        assertEquals(3, info.pendingUpdateCount());
        assertEquals(Optional.of(Instant.ofEpochSecond(1764400000)), info.lastErrorAt());
        assertTrue(info.fits(SetWebhook.forDesk("https://a.example/", "s")));
        assertFalse(info.fits(SetWebhook.forDesk("https://b.example/", "s")));
    }

    @Test
    void aPersonHasNoTitle() {
        ChatFullInfo chat = BotApiJson.read(
                "{\"id\":42,\"type\":\"private\",\"first_name\":\"Olga\",\"accent_color_id\":1}", ChatFullInfo.class);
        assertEquals("Olga", chat.name());
        assertFalse(chat.isGroup());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{\"message_id\":\"x\"}", "{\"message_id\":[1]}", "{\"message_id\":"})
    void otherShapesAreFaults(String json) {
        assertThrows(JsonbException.class, () -> BotApiJson.read(json, SentMessage.class));
    }

    private static OutgoingMedia media(OutgoingMedia.File file, TelegramText caption) {
        return new OutgoingMedia(42, List.of(file), caption, null);
    }
}
