package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions());
    private final ApiClient api = new ApiClient(telegram);
    private final Participant anna = telegram.person(7, "Anna", "ru");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void messageIdsCollideBetweenChats() throws IOException {
        anna.pressStart("");
        assertEquals(1, api.sent(500, "to the operator").getInt("message_id"));
        assertEquals(2, api.sent(7, "to Anna").getInt("message_id"));
    }

    @Test
    void asInTelegramOnlySupergroupsCountForThemselves() throws IOException {
        try (SandboxTelegram real = SandboxTelegram.start(
                new SandboxOptions().everyChatCountsFromOne(false).adminChat(-1000000000077L, ChatKind.SUPERGROUP))) {
            ApiClient realApi = new ApiClient(real);
            assertEquals(1, real.person(7, "Anna", "").write("a"));
            assertEquals(2, real.person(8, "Boris", "").write("b"));
            assertEquals(1, realApi.sent(-1000000000077L, "x").getInt("message_id"));
        }
    }

    @Test
    void everyWayToGiveParametersWorksAndTheQueryWins() throws IOException {
        String path = "/bot" + telegram.token() + "/SENDmessage";
        assertTrue(api.get(path + "?chat_id=500&text=a%20b").body().contains("\"text\":\"a b\""));
        assertTrue(api.post(path + "?text=query", "application/x-www-form-urlencoded", "chat_id=500&text=body")
                .body()
                .contains("\"text\":\"query\""));
        String multipart =
                "--B\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n500\r\n--B\r\nContent-Disposition:"
                        + " form-data; name=\"text\"\r\n\r\nпривет\r\n--B--\r\n";
        assertTrue(api.post(path, "multipart/form-data; boundary=B", multipart)
                .body()
                .contains("\\u043f\\u0440\\u0438\\u0432\\u0435\\u0442"));
    }

    @Test
    void textIsCleanedAndEntitiesMoveAlong() throws IOException {
        String json =
                "{\"chat_id\":500,\"text\":\"  a\\r\\n\\tb\\u202ec  \",\"entities\":[{\"type\":\"bold\",\"offset\":6,"
                        + "\"length\":90},{\"type\":\"hashtag\",\"offset\":0,\"length\":1},{\"type\":\"bold\",\"offset\":0,"
                        + "\"length\":0}]}";
        JsonObject sent = api.call("sendMessage", json).getJsonObject("result");
        assertEquals("a\n bc", sent.getString("text"));
        assertEquals(
                "[{\"offset\":3,\"length\":2,\"type\":\"bold\"}]",
                sent.getJsonArray("entities").toString());
    }

    @Test
    void htmlBecomesEntitiesInUtf16Units() throws IOException {
        String html =
                "😀 <b>x &lt; <i>y</i></b> <a href='https://a.example/?q=1&amp;r'>link</a> <a href='javascript:x'>no"
                        + "</a> &nbsp; <pre><code class='language-java'>int</code></pre> & <blockquote expandable>q</blockquote>";
        JsonObject sent = api.call("sendMessage", "{\"chat_id\":500,\"parse_mode\":\"hTmL\",\"text\":\"" + html + "\"}")
                .getJsonObject("result");
        assertEquals("😀 x < y link no &nbsp; int & q", sent.getString("text"));
        assertEquals(
                "[{\"offset\":3,\"length\":5,\"type\":\"bold\"},{\"offset\":7,\"length\":1,\"type\":\"italic\"},"
                        + "{\"offset\":9,\"length\":4,\"type\":\"text_link\",\"url\":\"https://a.example/?q=1&r\"},"
                        + "{\"offset\":24,\"length\":3,\"type\":\"pre\",\"language\":\"java\"},"
                        + "{\"offset\":30,\"length\":1,\"type\":\"expandable_blockquote\"}]",
                sent.getJsonArray("entities").toString());
    }

    @Test
    void theTranscriptShowsEditsReactionsAndDeletions() throws IOException {
        long first = api.sent(500, "one").getInt("message_id");
        long second = telegram.operator().reply(first, "two");
        api.call("editMessageText", "{\"chat_id\":500,\"message_id\":1,\"text\":\"uno\"}");
        api.call(
                "setMessageReaction",
                "{\"chat_id\":500,\"message_id\":2,\"reaction\":[{\"type\":\"emoji\",\"emoji\":\"👍\"}]}");
        api.call("deleteMessage", "{\"chat_id\":500,\"message_id\":1}");
        SandboxMessage one = telegram.transcript(500).get(0);
        SandboxMessage two = telegram.transcript(500).get(1);
        assertTrue(one.fromBot() && one.edited() && one.deleted());
        assertEquals("uno", one.text());
        assertEquals("👍", two.reaction());
        assertEquals(first, two.replyTo().orElseThrow());
        assertFalse(two.fromBot());
        assertEquals(2, second);
        assertEquals(
                3, telegram.operator().reply(first, "to nothing"), "a reply to a deleted message is a plain message");
        assertTrue(telegram.transcript(500).get(2).replyTo().isEmpty());
    }

    @Test
    void waitingEndsWithTheMessageOrTheTranscript() {
        CompletableFuture<SandboxMessage> waiting = CompletableFuture.supplyAsync(
                () -> telegram.awaitMessage(7, message -> message.text().equals("b"), Duration.ofSeconds(5)));
        anna.write("a");
        anna.write("b");
        assertEquals(2, waiting.join().id());
        AssertionError failure = assertThrows(
                AssertionError.class, () -> telegram.awaitMessage(7, SandboxMessage::fromBot, Duration.ofMillis(20)));
        assertTrue(failure.getMessage().contains("7#1 person: a"), failure.getMessage());
    }

    @Test
    void theBotIntroducesItself() throws IOException {
        JsonObject bot = api.call("getMe", "{}").getJsonObject("result");
        assertEquals(1000001, bot.getInt("id"));
        assertEquals("AnswerlineSandboxBot", bot.getString("username"));
        assertEquals(
                "private",
                api.call("getChat", "{\"chat_id\":500}").getJsonObject("result").getString("type"));
    }
}
