package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook opens to Telegram alone, takes every update, and nothing a sender can write makes it fail. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class WebhookEndpointIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final String[] KINDS = {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "a_kind_that_will_come",
    };

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", " ", "null"})
    void aWrongOrMissingSecretIsForbidden(String secret) {
        assertEquals(403, desk.telegram().deliverRaw(update("\"message\":{}"), secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/telegram/support-webhook/", "/telegram/support-webhook"})
    void withAndWithoutTheLastSlash(String path) throws Exception {
        assertEquals(
                200,
                post(path, "application/json", update("\"poll\":{}").getBytes(StandardCharsets.UTF_8))
                        .statusCode());
    }

    @Test
    void theAnswerSaysNothingThatTelegramWouldRun() throws Exception {
        var answer = post(
                "/telegram/support-webhook/",
                "application/json",
                update("\"method\":\"sendMessage\"").getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        var request = request("/telegram/support-webhook/").method(method, BodyPublishers.noBody());
        assertEquals(405, send(request).statusCode());
    }

    @Test
    void moreThanAMebibyteIsTooLarge() throws Exception {
        var large = update("\"message\":{\"text\":\"" + "x".repeat(MEBIBYTE) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                413,
                post("/telegram/support-webhook/", "application/json", large).statusCode());
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertEquals(
                413,
                send(request("/telegram/support-webhook/").POST(unannounced)).statusCode());
        var nearly = update("\"x\":\"" + "x".repeat(MEBIBYTE - 100) + "\"").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                200,
                post("/telegram/support-webhook/", "application/json", nearly).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{\"update_id\":",
                "{}",
                "{\"update_id\":null}",
                "{\"update_id\":\"7\"}",
                "{\"update_id\":1.5}",
                "{\"update_id\":1e999999}",
                "{\"update_id\":99999999999999999999}",
                "<html></html>",
                "{'update_id':1}",
                "{\"update_id\":NaN}",
                "\u0000",
                "\uFEFF",
            })
    void whatIsNoUpdateIsABadRequest(String body) throws Exception {
        var status = post("/telegram/support-webhook/", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .statusCode();
        assertEquals(400, status, body);
    }

    @Test
    void bytesThatAreNoUtf8DoNoHarm() throws Exception {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, '"', ':', '1', '}'};
        assertEquals(
                400,
                post("/telegram/support-webhook/", "application/json", bytes).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "text/plain", "application/octet-stream", "nonsense/x"})
    void theTypeOfTheBodyDoesNotMatter(String type) throws Exception {
        assertEquals(
                200,
                post("/telegram/support-webhook/", type, update("\"poll\":{}").getBytes(StandardCharsets.UTF_8))
                        .statusCode());
    }

    @Test
    void everyKindOfUpdateIsTaken() {
        for (var kind : KINDS) {
            for (var content : List.of("{}", "[]", "null", "7", "\"text\"", "true", nested(20))) {
                assertTaken("\"" + kind + "\":" + content);
            }
        }
    }

    @Test
    void everyMessageThatLacksOrTwistsAFieldIsTaken() {
        var fields = List.of(
                "message_id",
                "date",
                "chat",
                "from",
                "text",
                "caption",
                "reply_to_message",
                "entities",
                "quote",
                "photo",
                "forward_origin",
                "sender_chat",
                "migrate_to_chat_id",
                "migrate_from_chat_id",
                "edit_date");
        long chat = operator.hands().chatId();
        for (var field : fields) {
            for (var twisted :
                    List.of("null", "{}", "[]", "\"\"", "1e999999", "-1", "true", "[[[]]]", "9223372036854775808")) {
                if (field.startsWith("migrate") && twisted.equals("-1")) {
                    continue;
                }
                for (long in : new long[] {chat, 123456789L, -987L}) {
                    assertTaken("\"message\":" + message(in, field, twisted));
                    assertTaken("\"edited_message\":" + message(in, field, twisted));
                }
            }
        }
        assertStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "a\\u0000b",
                "\\uD800",
                "\\uDC00\\uD800",
                "x\\uD83D",
                "\\uFFFE\\uFFFF",
                "\\u202E\\u2066",
                "\\\\u0000 '; drop table users; --",
                "{0,number,#.##}{1",
                "/start \\u0000",
                "/start \\uD800",
                "/switch\\u0000",
            })
    void poisonInEveryPlaceIsTakenAndBlocksNothing(String poison) {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Before the poison");
        anna.asks(question);
        var notice = operator.sees(question);
        long[] chats = {anna.chatId(), operator.hands().chatId(), 7_654_321L};
        for (long chat : chats) {
            for (var field : List.of("text", "caption")) {
                assertTaken("\"message\":{\"message_id\":%d,\"date\":1,\"%s\":\"%s\",%s}"
                        .formatted(Updates.lowId() + 100_000, field, poison, from(chat, poison)));
                assertTaken("\"edited_message\":{\"message_id\":3,\"date\":1,\"%s\":\"%s\",%s}"
                        .formatted(field, poison, from(chat, poison)));
                assertTaken(
                        "\"message\":{\"message_id\":%d,\"date\":1,\"photo\":[],\"%s\":\"%s\",%s,\"reply_to_message\":{\"message_id\":%d,\"text\":\"%s\"}}"
                                .formatted(
                                        Updates.lowId() + 100_000,
                                        field,
                                        poison,
                                        from(chat, poison),
                                        notice.id(),
                                        poison));
            }
        }
        anna.telegram().write("After the poison");
        operator.sees(message -> message.text().contains("After the poison")
                && message.text().contains(anna.browser().email()));
        operator.reply(notice, "Answer after the poison");
        anna.receives("Answer after the poison");
        assertEquals(List.of(), rejected());
    }

    @Test
    void deepNestingDoesNoHarm() throws Exception {
        for (int depth : new int[] {100, 900, 5_000, 100_000, 500_000}) {
            var status = post(
                            "/telegram/support-webhook/",
                            "application/json",
                            update("\"x\":" + nested(depth)).getBytes(StandardCharsets.UTF_8))
                    .statusCode();
            assertTrue(status == 200 || status == 400, depth + " deep: " + status);
        }
        assertStillWorks();
    }

    @Test
    void hugeNumbersDoNoHarm() {
        for (var number : List.of("1e999999", "-1e999999", "1e-999999")) {
            assertTaken(
                    "\"message\":{\"message_id\":%1$s,\"date\":%1$s,\"text\":\"x\",\"chat\":{\"id\":%1$s,\"type\":\"private\"}}"
                            .formatted(number));
        }
        assertStillWorks();
    }

    @Test
    void theSameMemberTwiceDoesNoHarm() {
        assertTaken("\"message\":{},\"message\":7,\"message\":null");
    }

    private void assertTaken(String members) {
        var update = update(members);
        assertEquals(
                200, desk.telegram().deliverRaw(update), () -> update.substring(0, Math.min(500, update.length())));
    }

    private void assertStillWorks() {
        operator.toldOn(operator.hands().write(Customer.words("still there?")));
        assertEquals(List.of(), rejected());
    }

    /** Updates on which we failed for a reason of our own: there are none, however strange they were. */
    private List<Object> rejected() {
        return desk.database().sql("select reason from rejected_updates").stream()
                .map(row -> row.get("reason"))
                .toList();
    }

    private static String message(long chat, String twistedField, String twisted) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("message_id", Long.toString(Updates.lowId() + 200_000));
        fields.put("date", "1");
        fields.put("chat", "{\"id\":%d,\"type\":\"%s\"}".formatted(chat, chat < 0 ? "group" : "private"));
        fields.put("from", "{\"id\":5,\"is_bot\":false,\"first_name\":\"x\"}");
        fields.put("text", "\"twisted\"");
        fields.put(twistedField, twisted);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String from(long chat, String poison) {
        return "\"chat\":{\"id\":%1$d,\"type\":\"private\",\"first_name\":\"%2$s\"},\"from\":{\"id\":%1$d,\"is_bot\":false,\"first_name\":\"%2$s\",\"language_code\":\"%2$s\"}"
                .formatted(chat, poison);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String update(String members) {
        return "{\"update_id\":" + Updates.newId() + "," + members + "}";
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(desk.url() + path))
                .header("X-Telegram-Bot-Api-Secret-Token", desk.webhookSecret());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
