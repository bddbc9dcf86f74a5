package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private final SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions().adminChat(-77, ChatKind.GROUP));
    private final ApiClient api = new ApiClient(telegram);
    private final Participant operator = telegram.operator();
    private final Participant anna = telegram.person(7, "Anna", "ru");

    @AfterEach
    void stop() {
        telegram.close();
    }

    private JsonObject last(String kind) {
        List<SandboxUpdate> updates = telegram.updates();
        SandboxUpdate update = updates.get(updates.size() - 1);
        assertEquals(kind, update.kind());
        return AsciiJson.readObject(update.json()).orElseThrow().getJsonObject(kind);
    }

    @Test
    void inAGroupTheBotSeesRepliesCommandsAndMentionsOnly() throws IOException {
        long notice = api.sent(-77, "notice").getInt("message_id");
        operator.write("plain talk");
        assertTrue(telegram.updates().isEmpty());
        operator.write("/help");
        operator.write("hey @answerlinesandboxbot");
        operator.reply(notice, "answer");
        assertEquals(3, telegram.updates().size());
        assertEquals("notice", last("message").getJsonObject("reply_to_message").getString("text"));
        long own = operator.write("mine");
        operator.reply(own, "to myself");
        assertEquals(3, telegram.updates().size());
    }

    @Test
    void anAnonymousAdminSpeaksAsTheGroup() throws IOException {
        long notice = api.sent(-77, "notice").getInt("message_id");
        operator.anonymously().reply(notice, "answer");
        JsonObject message = last("message");
        assertEquals(1087968824, message.getJsonObject("from").getInt("id"));
        assertEquals(-77, message.getJsonObject("sender_chat").getInt("id"));
    }

    @Test
    void serviceMessagesAndMembershipAreTold() {
        Group group = telegram.adminGroup();
        group.rename("New");
        assertEquals("New", last("message").getString("new_chat_title"));
        group.pin(1);
        assertEquals(1, last("message").getJsonObject("pinned_message").getInt("message_id"));
        group.removeBot();
        assertEquals(
                "kicked",
                last("my_chat_member").getJsonObject("new_chat_member").getString("status"));
        group.addBot();
        long newId = group.upgrade().id();
        assertEquals(-1_000_000_000_077L, newId);
        assertEquals(-77, last("message").getInt("migrate_from_chat_id"));
        assertEquals("supergroup", last("message").getJsonObject("chat").getString("type"));
        long reply = operator.in(newId).write("/here");
        assertEquals(2, reply);
    }

    @Test
    void blockingIsReportedOnceAndStartUnblocks() {
        anna.pressStart("");
        anna.block();
        anna.block();
        assertEquals(
                "kicked",
                last("my_chat_member").getJsonObject("new_chat_member").getString("status"));
        assertThrows(IllegalStateException.class, () -> anna.write("x"));
        anna.pressStart("T");
        assertEquals("/start T", last("message").getString("text"));
        assertEquals(4, telegram.updates().size());
    }

    @Test
    void mediaForwardsEditsAndButtonsHaveTheirFields() throws IOException {
        long photo = anna.send(Media.photo("caption"));
        assertEquals("caption", last("message").getString("caption"));
        assertEquals(2, last("message").getJsonArray("photo").size());
        assertEquals("caption", telegram.transcript(7).get((int) photo - 1).text());
        anna.send(Media.albumPhoto("g1", ""));
        assertEquals("g1", last("message").getString("media_group_id"));
        anna.send(Media.location(1, 2));
        anna.send(Media.sticker("👋"));
        anna.send(Media.contact("+1", "C"));
        assertTrue(last("message").containsKey("contact"));
        anna.forward("theirs", operator.person());
        assertEquals("user", last("message").getJsonObject("forward_origin").getString("type"));
        long id = anna.write("a");
        anna.edit(id, "b");
        assertEquals("b", last("edited_message").getString("text"));
        JsonObject sent = api.call(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"?\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Yes\","
                        + "\"callback_data\":\"y\"}]]}}");
        anna.press(sent.getJsonObject("result").getInt("message_id"), "y");
        String query = last("callback_query").getString("id");
        String answer = "{\"callback_query_id\":\"" + query + "\"}";
        assertTrue(api.call("answerCallbackQuery", answer).getBoolean("ok"));
        assertFalse(api.call("answerCallbackQuery", answer).getBoolean("ok"));
    }

    @Test
    void everythingCanBeDrivenOverHttp() throws IOException {
        String person = api.post("/sandbox/person", "application/json", "{\"first_name\":\"Vera\"}")
                .body();
        int vera = AsciiJson.readObject(person).orElseThrow().getInt("id");
        api.post("/sandbox/start", "application/json", "{\"from\":" + vera + ",\"payload\":\"T\"}");
        assertEquals("/start T", last("message").getString("text"));
        api.sent(vera, "welcome");
        api.post("/sandbox/write", "application/json", "{\"from\":" + vera + ",\"text\":\"thanks\",\"reply_to\":2}");
        assertEquals(
                "welcome", last("message").getJsonObject("reply_to_message").getString("text"));
        assertTrue(api.get("/sandbox/state").body().contains("\"thanks\""));
        assertEquals(415, api.post("/sandbox/calm", "text/plain", "{}").statusCode());
        api.post("/sandbox/fault", "application/json", "{\"kind\":\"bad_gateway\",\"times\":1}");
        assertEquals(502, api.raw("getMe", "{}").statusCode());
        assertEquals(200, api.get("/AnswerlineSandboxBot?start=T").statusCode());
    }
}
