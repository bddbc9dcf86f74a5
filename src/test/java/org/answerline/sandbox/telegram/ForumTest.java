package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForumTest {
    private static final long CHAT = -1_000_000_000_077L;

    private final SandboxTelegram telegram = SandboxTelegram.start(
            new SandboxOptions().adminChat(CHAT, ChatKind.SUPERGROUP).forum(true));
    private final ApiClient api = new ApiClient(telegram);
    private final Participant operator = telegram.operator();
    private final Group group = telegram.adminGroup();

    @AfterEach
    void stop() {
        telegram.close();
    }

    private JsonObject lastMessage() {
        List<SandboxUpdate> updates = telegram.updates();
        return AsciiJson.readObject(updates.get(updates.size() - 1).json())
                .orElseThrow()
                .getJsonObject("message");
    }

    private static String json(String parameters) {
        return "{\"chat_id\":" + CHAT + parameters + "}";
    }

    private static String inTopic(long thread, String parameters) {
        return json(",\"message_thread_id\":" + thread + parameters);
    }

    private long created(String name) throws IOException {
        return api.call("createForumTopic", json(",\"name\":\"" + name + "\""))
                .getJsonObject("result")
                .getInt("message_thread_id");
    }

    private JsonObject written(long thread, String parameters) throws IOException {
        return api.call("sendMessage", inTopic(thread, ",\"text\":\"words\"" + parameters))
                .getJsonObject("result");
    }

    @Test
    void theBotCreatesATopicIsToldOfItAndWritesThere() throws IOException {
        long thread = created("  Anna \\n #7 ");
        JsonObject service = lastMessage();
        assertEquals("Anna #7", service.getJsonObject("forum_topic_created").getString("name"));
        assertTrue(service.getJsonObject("from").getBoolean("is_bot"));
        assertTrue(service.getJsonObject("chat").getBoolean("is_forum"));
        assertEquals(thread, service.getInt("message_thread_id"));
        assertEquals(thread, group.topics().get("Anna #7"));
        JsonObject sent = written(thread, "");
        assertTrue(sent.getBoolean("is_topic_message"));
        assertTrue(sent.getJsonObject("reply_to_message").containsKey("forum_topic_created"));
        assertFalse(api.sent(CHAT, "in General").containsKey("message_thread_id"));
    }

    @Test
    void aReplyLandsInTheTopicOfWhatItAnswersUnlessAnotherIsNamed() throws IOException {
        long annas = created("Anna");
        long boriss = created("Boris");
        int notice = written(annas, "").getInt("message_id");
        operator.reply(notice, "here");
        assertEquals(annas, lastMessage().getInt("message_thread_id"));
        assertEquals(notice, lastMessage().getJsonObject("reply_to_message").getInt("message_id"));
        operator.inTopic(boriss).reply(notice, "there");
        JsonObject across = lastMessage();
        assertEquals(boriss, across.getInt("message_thread_id"));
        assertFalse(across.containsKey("reply_to_message"));
        assertEquals(notice, across.getJsonObject("external_reply").getInt("message_id"));
        operator.inGeneral().reply(notice, "elsewhere");
        assertFalse(lastMessage().containsKey("is_topic_message"));
        assertTrue(lastMessage().containsKey("external_reply"));
        operator.inTopic(annas).write("no reply");
        assertTrue(lastMessage().getJsonObject("reply_to_message").containsKey("forum_topic_created"));
        operator.anonymously().inTopic(annas).write("as the group");
        assertEquals(1087968824, lastMessage().getJsonObject("from").getInt("id"));
    }

    @Test
    void whatIsGoneOrClosedIsRefused() throws IOException {
        String text = ",\"text\":\"words\"";
        assertEquals("Bad Request: message thread not found", api.refusal("sendMessage", inTopic(4711, text)));
        assertEquals("Bad Request: message thread not found", api.refusal("sendMessage", inTopic(1, text)));
        long thread = created("Anna");
        group.deleteTopic(thread, "TOPIC_DELETED");
        assertEquals("Bad Request: TOPIC_DELETED", api.refusal("sendMessage", inTopic(thread, text)));
        assertEquals("Bad Request: TOPIC_ID_INVALID", api.refusal("closeForumTopic", inTopic(thread, "")));
        long closed = created("Boris");
        group.closeTopic(closed);
        written(closed, "");
        group.giveBotQuietly(BotRights.MEMBER);
        assertEquals("Bad Request: TOPIC_CLOSED", api.refusal("sendMessage", inTopic(closed, text)));
        assertTrue(api.call("reopenForumTopic", inTopic(closed, "")).getBoolean("ok"));
        assertEquals("Bad Request: TOPIC_NOT_MODIFIED", api.refusal("reopenForumTopic", inTopic(closed, "")));
        group.closeGeneral(true);
        assertEquals("Bad Request: TOPIC_CLOSED", api.refusal("sendMessage", json(text)));
        group.giveBotQuietly(BotRights.ALL);
        api.sent(CHAT, "an administrator may");
        group.hideGeneral(true);
        assertEquals("Bad Request: TOPIC_CLOSED", api.refusal("sendMessage", json(text)));
    }

    @Test
    void rightsAreNeeded() throws IOException {
        long theirs = group.createTopic("Ours");
        long own = created("Anna");
        group.giveBot(BotRights.BARE_ADMINISTRATOR);
        String name = ",\"name\":\"Boris\"";
        assertEquals("Bad Request: not enough rights to create a topic", api.refusal("createForumTopic", json(name)));
        assertTrue(api.refusal("editForumTopic", inTopic(theirs, name)).contains("not enough rights"));
        assertTrue(api.call("editForumTopic", inTopic(own, name)).getBoolean("ok"));
        assertEquals("Bad Request: TOPIC_NOT_MODIFIED", api.refusal("editForumTopic", inTopic(own, name)));
        assertTrue(api.refusal("deleteForumTopic", inTopic(own, "")).contains("not enough rights"));
        JsonObject member =
                api.call("getChatMember", json(",\"user_id\":1000001")).getJsonObject("result");
        assertEquals("administrator", member.getString("status"));
        assertFalse(member.getBoolean("can_manage_topics"));
        group.giveBot(BotRights.ALL);
        assertTrue(api.call("deleteForumTopic", inTopic(own, "")).getBoolean("ok"));
        group.endForum();
        assertEquals("Bad Request: the chat is not a forum", api.refusal("createForumTopic", json(name)));
    }

    @Test
    void anIconIsOneOfTelegrams() throws IOException {
        long thread = created("Anna");
        JsonObject sticker = api.call("getForumTopicIconStickers", "{}")
                .getJsonArray("result")
                .getJsonObject(0);
        String icon = ",\"icon_custom_emoji_id\":\"" + sticker.getString("custom_emoji_id") + "\"";
        assertTrue(api.call("editForumTopic", inTopic(thread, icon)).getBoolean("ok"));
        assertEquals(sticker.getString("emoji"), group.topicIcon(thread));
        assertEquals(
                "Bad Request: DOCUMENT_INVALID",
                api.refusal("editForumTopic", inTopic(thread, ",\"icon_custom_emoji_id\":\"1\"")));
    }

    @Test
    void privacyModeHidesTalkInTopicsFromABotThatIsNoAdministrator() throws IOException {
        long thread = created("Anna");
        int seen = telegram.updates().size();
        operator.inTopic(thread).write("heard");
        assertEquals(seen + 1, telegram.updates().size());
        group.giveBotQuietly(BotRights.MEMBER);
        operator.inTopic(thread).write("not heard");
        assertEquals(seen + 1, telegram.updates().size());
    }

    @Test
    void aLostAnswerStillCreatesTheTopic() throws IOException {
        telegram.faults().add(Fault.emptyBody().method("createForumTopic").times(1));
        assertEquals("", api.raw("createForumTopic", json(",\"name\":\"Anna\"")).body());
        assertTrue(group.topics().containsKey("Anna"));
        assertEquals("Anna", lastMessage().getJsonObject("forum_topic_created").getString("name"));
    }
}
