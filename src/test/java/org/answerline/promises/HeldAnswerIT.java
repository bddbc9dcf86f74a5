package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** An answer for a user without Telegram is kept, shown on the site, and sent as soon as there is a Telegram. */
@UsesDesk(SharedDesk.USUAL)
class HeldAnswerIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void isStoredShownAndReportedToTheOperator() {
        var anna = Customer.of(desk, "Anna");
        var question = Customer.words("No Telegram here");
        anna.asks(question);
        long reply = operator.reply(operator.sees(question), "Read me on the site");
        assertTrue(operator.toldOn(reply).contains("has not linked Telegram yet"), operator.toldOn(reply));
        assertEquals(List.of(question, "Read me on the site"), anna.threadTexts());
        assertTrue(anna.browser().get("/support/").html().text().contains("Read me on the site"));
    }

    @Test
    void isSentAtLinkingInOrderAndOnce() {
        var boris = Customer.of(desk, "Boris");
        var question = Customer.words("Three answers please");
        boris.asks(question);
        var notice = operator.sees(question);
        var replies = new ArrayList<Long>();
        for (int i = 1; i <= 3; i++) {
            long reply = operator.reply(notice, "Held answer " + i);
            replies.add(reply);
            Await.until("marked as kept", () -> operator.reactionOn(reply).equals("✍"));
        }
        assertEquals(
                List.of(replies.get(0)),
                operator.seen("has not linked Telegram").stream()
                        .map(note -> note.replyTo().orElse(-1))
                        .filter(replies::contains)
                        .toList(),
                "what the mark means is said once in a conversation");
        boris.link();
        boris.receives("Held answer 3");
        operator.reply(notice, "Answer 4, at once");
        boris.receives("Answer 4");
        assertEquals(
                List.of("✅ Done", "Held answer 1", "Held answer 2", "Held answer 3", "Answer 4, at once"),
                boris.received().stream()
                        .map(text -> text.startsWith("✅ Done") ? "✅ Done" : text.substring(text.indexOf("\n\n") + 2))
                        .toList());
    }

    @Test
    void isNotSentToAChatThatWasUnlinked() {
        var clara = Customer.linked(desk, "Clara");
        var question = Customer.words("Linked and unlinked");
        clara.asks(question);
        clara.browser().submit("/account/telegram/unlink/", Map.of()).expect(303);
        long reply = operator.reply(operator.sees(question), "After unlinking");
        assertTrue(operator.toldOn(reply).contains("has not linked Telegram"), operator.toldOn(reply));
        clara.link();
        clara.receives("After unlinking");
        var done = clara.received();
        assertEquals(
                done.size() - 1, done.indexOf(clara.receives("After unlinking").text()));
    }

    /** The reply has looked where it goes and is kept from being stored while the link is opened. */
    @Test
    void isNotHeldWhenTheLinkIsOpenedAtTheSameMoment() throws Exception {
        var dora = Customer.of(desk, "Dora");
        var question = Customer.words("Linked at the same moment");
        dora.asks(question);
        var notice = operator.sees(question);
        // The Reply below names its question by the message_id alone, which the desk has to have stored.
        Await.until(
                "delivered", () -> dora.thread().get(0).getString("delivery").equals("delivered"));
        var token = dora.token();
        var pool = Executors.newFixedThreadPool(2);
        try (var gate = DriverManager.getConnection(
                desk.database().url(), desk.database().user(), desk.database().password())) {
            gate.setAutoCommit(false);
            gate.createStatement().execute("lock table support_messages in share mode");
            var reply = pool.submit(() -> desk.telegram().deliverRaw(replied(notice.id())));
            Await.until("the reply waits to be stored", () -> waitingForLocks() >= 1);
            var start = pool.submit(() -> desk.telegram().deliverRaw(started(dora.chatId(), token)));
            Await.until("the link is opened, or waits for the reply", () -> start.isDone() || waitingForLocks() >= 2);
            gate.rollback();
            assertEquals(200, reply.get());
            assertEquals(200, start.get());
        } finally {
            pool.shutdownNow();
        }
        var answer = desk.database()
                .sql("select delivery from support_messages where text = 'At the same moment' and is_from_admin")
                .get(0);
        assertNotEquals("HELD", answer.get("delivery"));
    }

    @Test
    void isSentByTheSweepWhenItIsHeldForNoReason() {
        var emma = Customer.linked(desk, "Emma");
        desk.database()
                .sql(
                        """
                        insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)
                        select id, 'Forgotten answer', true, 'TELEGRAM', now(), 'HELD' from users where email = ? returning id
                        """,
                        emma.browser().email());
        Await.until("the sweep", Await.PATIENCE.multipliedBy(2), () -> emma.received("Forgotten answer") == 1);
    }

    @Test
    void keepsATextFileForTheSiteUnderAnyName() {
        var fred = Customer.of(desk, "Fred");
        var notice = asked(fred);
        for (var name : List.of("app.log", "a.json", "a.csv", "a.md", "a.yaml")) {
            operator.reply(notice, Media.document(name, SampleFiles.text("a: 1, b\n2, 3\n"), ""));
            Await.until(name + " on the site", () -> fred.browser()
                    .get("/support/")
                    .html()
                    .select("a[download]")
                    .eachText()
                    .contains(name));
        }
    }

    @Test
    void saysWhenAFileCannotBeShown() {
        var gail = Customer.of(desk, "Gail");
        long reply = operator.reply(asked(gail), Media.document("setup.exe", SampleFiles.program(), "Run this"));
        Await.until("the operator is told", () -> told(reply).stream()
                .anyMatch(text -> text.contains("“setup.exe” did not reach")));
        assertTrue(
                told(reply).stream().noneMatch(text -> text.contains("shown on the site")),
                told(reply).toString());
        long large = operator.reply(asked(gail), Media.largeDocument("film.zip", 30L << 20));
        Await.until("the operator is told", () -> told(large).stream()
                .anyMatch(text -> text.contains("“film.zip” did not reach")));
        assertTrue(gail.browser()
                .get("/support/")
                .html()
                .text()
                .contains("If your Telegram is linked, it is in the chat there"));
    }

    private List<String> told(long message) {
        return desk.telegram().transcript(operator.hands().chatId()).stream()
                .filter(word -> word.fromBot() && word.replyTo().orElse(-1) == message)
                .map(SandboxMessage::text)
                .toList();
    }

    private SandboxMessage asked(Customer customer) {
        var question = Customer.words("No Telegram yet");
        customer.asks(question);
        return operator.sees(question);
    }

    private long waitingForLocks() {
        return ((Number) desk.database()
                        .sql(
                                "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .get(0)
                        .get("n"))
                .longValue();
    }

    private String replied(long notice) {
        long chat = operator.hands().chatId();
        return """
                {"update_id":%d,"message":{"message_id":%2$d,"date":1,"text":"At the same moment",
                "chat":{"id":%3$d,"type":"private"},"from":{"id":%3$d,"is_bot":false},
                "reply_to_message":{"message_id":%4$d,"date":1,"chat":{"id":%3$d,"type":"private"}}}}
                """
                .formatted(Updates.newId(), 900_000_001, chat, notice);
    }

    private static String started(long chat, String token) {
        return """
                {"update_id":%d,"message":{"message_id":900000002,"date":1,"text":"/start %s",
                "chat":{"id":%3$d,"type":"private"},"from":{"id":%3$d,"is_bot":false,"language_code":"en"}}}
                """
                .formatted(Updates.newId(), token, chat);
    }
}
