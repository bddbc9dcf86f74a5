package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several operators work together in one group: notes, who answers, what is open. */
@Tag("main-loop")
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class OperatorTeamIT {

    private static Desk desk;

    private final Operator operator = new Operator(desk);
    private final Participant colleague =
            desk.telegram().person(8_000_777, "Katya", "en").in(SharedDesk.GROUP);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("Where is it?");
    private final long number = anna.asksAndIsNumbered(question);
    private final SandboxMessage notice = operator.sees(question);

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
        desk.telegram().privacyMode(false);
    }

    @AfterAll
    static void stop() {
        desk.telegram().privacyMode(true);
    }

    @Test
    void aNoteIsKeptForTheTeamAndNeverSent() {
        var secret = Customer.words("calls back on Monday");
        long note = operator.reply(notice, "//" + secret);
        Await.until("kept", () -> operator.reactionOn(note).equals("🙊"));
        var other = Customer.words("prefers the phone");
        long typed = colleague.reply(notice.id(), "/note " + other);
        Await.until("kept", () -> operator.reactionOn(typed).equals("🙊"));
        var third = Customer.words("by its number");
        long numbered = colleague.write("#" + number + " //" + third);
        Await.until("kept", () -> operator.reactionOn(numbered).equals("🙊"));

        operator.hands().edit(note, "looks like an answer now");
        var history = operator.toldOn(operator.reply(notice, "/history"));
        for (String words : List.of(question, "looks like an answer now", other, third, "Katya")) {
            assertTrue(history.contains(words), history);
        }
        assertFalse(history.contains(secret), history);
        nothingButTheQuestionReachedAnna();
    }

    @Test
    void aMisspeltNoteIsNotSent() {
        long slip = operator.reply(notice, "/noet a secret");
        assertTrue(operator.toldOn(slip).contains("/note"), operator.toldOn(slip));
        long empty = operator.reply(notice, "//");
        assertTrue(operator.toldOn(empty).contains("no text"));
        nothingButTheQuestionReachedAnna();
    }

    @Test
    void anEditedAnswerIsChangedWhereItsUserReadsIt() {
        var first = Customer.words("on Tuesday");
        long answer = operator.reply(notice, first);
        anna.receives(first);
        var second = Customer.words("on Wednesday");
        operator.hands().edit(answer, second);
        anna.receives(second);
        assertEquals(0, anna.has(first));
        assertEquals(List.of(question, second), anna.threadTexts());
        assertTrue(anna.thread().get(1).containsKey("edited_at"));
        assertTrue(anna.browser().get("/support/").expect(200).body().contains("edited"));
        Await.until("carried out", () -> operator.reactionOn(answer).equals("👍"));

        var longer = second + " and " + "more ".repeat(1_500) + "words";
        operator.hands().edit(answer, longer.substring(0, 4_096));
        Await.until("two parts", () -> anna.received("more more") >= 2 || anna.received("continued") == 1);
        operator.hands().edit(answer, "short again");
        anna.receives("short again");
        Await.until("one part", () -> anna.has("continued") == 0);
        assertEquals(List.of(question, "short again"), anna.threadTexts());
    }

    @Test
    void undoWithdrawsAnAnswerEverywhere() {
        var wrong = Customer.words("Your password is 1234");
        long answer = operator.reply(notice, wrong);
        anna.receives(wrong);
        long foreign = colleague.reply(answer, "/undo");
        assertTrue(operator.toldOn(foreign).contains("Only the operator who wrote"));
        long undo = operator.hands().reply(answer, "/undo");
        Await.until("withdrawn", () -> operator.reactionOn(undo).equals("👍"));
        Await.until("deleted", () -> anna.has(wrong) == 0);
        assertEquals(List.of(question, ""), anna.threadTexts());
        assertEquals("withdrawn", anna.thread().get(1).getString("delivery"));
        var page = anna.browser().get("/support/").expect(200).body();
        assertTrue(page.contains("Withdrawn by support"), page);
        assertFalse(page.contains(wrong), page);
        assertTrue(
                anna.browser().get("/account/data/export/").expect(200).body().contains(wrong));

        long again = operator.hands().reply(answer, "/undo");
        assertTrue(operator.toldOn(again).contains("was withdrawn before"));
        var last = Customer.words("The last one");
        operator.reply(notice, last);
        anna.receives(last);
        operator.hands().write("/undo@" + desk.telegram().botUsername());
        Await.until("deleted", () -> anna.has(last) == 0);
    }

    @Test
    void anAnswerThatWaitsIsWithdrawnBeforeItLeaves() {
        var wrong = Customer.words("Never seen");
        desk.telegram().faults().add(Fault.badGateway().chat(anna.chatId()));
        long answer = operator.reply(notice, wrong);
        long undo = operator.hands().reply(answer, "/undo");
        Await.until("withdrawn", () -> operator.reactionOn(undo).equals("👍"));
        desk.telegram().faults().clear();
        var fence = Customer.words("Fence");
        operator.reply(notice, fence);
        anna.receives(fence);
        Await.until("gone", () -> anna.has(wrong) == 0);
    }

    @Test
    void anOperatorIsToldOnceThatTelegramKeepsAnEarlierText() {
        var more = "more ".repeat(1_500);
        long answer = operator.reply(notice, ("Ten. " + more).substring(0, 4_096));
        Await.until("two parts", () -> anna.received("more more") + anna.received("continued") >= 2);
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: message can't be edited")
                        .method("editMessageText")
                        .chat(anna.chatId()));
        operator.hands().edit(answer, ("Nine. " + more).substring(0, 4_096));
        assertTrue(operator.toldOn(answer).contains("Anna still has the earlier text"), operator.toldOn(answer));
        refuseDeletions();
        operator.hands().reply(answer, "/undo");
        var kept = operator.sees("Anna still has this answer");
        assertEquals(answer, kept.replyTo().orElseThrow());
        desk.telegram().faults().clear();
        assertEquals(1, operator.seen("Anna still has the earlier text").size());
        assertEquals(List.of(question, ""), anna.threadTexts());
    }

    private void refuseDeletions() {
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: message can't be deleted for everyone")
                        .method("deleteMessages")
                        .chat(anna.chatId()));
    }

    @Test
    void aWithdrawnAnswerThatTelegramDoesNotDeleteIsReplaced() {
        var wrong = Customer.words("For somebody else");
        long answer = operator.reply(notice, wrong);
        anna.receives(wrong);
        refuseDeletions();
        operator.hands().reply(answer, "/undo");
        Await.until("replaced", () -> anna.has("Support has withdrawn this message") == 1);
        desk.telegram().faults().clear();
        assertEquals(0, anna.has(wrong));
        assertTrue(operator.seen("Anna still has this answer").stream()
                .noneMatch(told -> told.replyTo().orElseThrow() == answer));
    }

    @Test
    void theFirstAnswerTakesTheConversationAndASecondOperatorIsTold() {
        operator.reply(notice, "I look into it");
        anna.receives("I look into it");
        long second = colleague.reply(notice.id(), "So do I");
        anna.receives("So do I");
        assertTrue(operator.toldOn(second).contains("has this conversation"));

        long taken = colleague.reply(notice.id(), "/take");
        Await.until("taken", () -> operator.reactionOn(taken).equals("👍"));
        var card = operator.toldOn(operator.reply(notice, "/who"));
        assertTrue(card.contains("Katya has this conversation"), card);
        assertTrue(card.contains("Anna") && card.contains("@"), card);
        long dropped = colleague.reply(notice.id(), "/drop");
        Await.until("dropped", () -> operator.reactionOn(dropped).equals("👍"));
        assertFalse(operator.toldOn(operator.reply(notice, "/who")).contains("has this conversation"));
    }

    @Test
    void whatIsOpenIsListedAndCanBeAnsweredThere() {
        assertEquals("open", state());
        operator.hands().write("/open@" + desk.telegram().botUsername());
        // The newest question may stand behind others that wait longer, so everything else is closed first.
        closeAllButAnna();
        operator.hands().write("/open");
        var entry = operator.sees(message -> message.id() > notice.id()
                && message.replyTo().isEmpty()
                && message.text().contains("#" + number + " · Anna")
                && message.text().contains(question));
        operator.reply(entry, "Found it");
        anna.receives("Found it");
        assertEquals("waiting", state());
        long closed = operator.reply(notice, "/close");
        Await.until("closed", () -> operator.reactionOn(closed).equals("👍"));
        assertEquals("closed", state());
        assertTrue(anna.browser().get("/support/").expect(200).body().contains("We have closed this conversation"));
        assertTrue(operator.toldOn(operator.reply(notice, "/close")).contains("closed already"));
        anna.telegram().write("One thing more");
        Await.until("open again", () -> state().equals("open"));
        assertFalse(anna.browser().get("/support/").expect(200).body().contains("We have closed this conversation"));
    }

    @Test
    void theNumbersOfTheDeskAreShownOnRequest() {
        var numbers = operator.toldOn(
                operator.hands().write("/stats@" + desk.telegram().botUsername()));
        assertTrue(numbers.matches("(?s).*Last 7 days: [1-9].* asked, .*Last 30 days: .*Open now: [1-9].*"), numbers);
    }

    @Test
    void anOpenPageLearnsThatItsConversationIsClosedAndOpenAgain() {
        try (var page = anna.browser().listen()) {
            page.awaitState("open");
            operator.reply(notice, "/close");
            page.awaitState("closed");
        }
        try (var page = anna.browser().listen()) {
            page.awaitState("closed");
            anna.telegram().write("One thing more");
            page.awaitState("open");
        }
    }

    @Test
    void aConversationThatNobodyAnsweredIsClosedAndTaken() {
        long closed = operator.reply(notice, "/close");
        Await.until("closed", () -> operator.reactionOn(closed).equals("👍"));
        assertEquals("closed", state());
        var boris = Customer.linked(desk, "Boris");
        var words = Customer.words("Where is mine?");
        boris.asks(words);
        long taken = operator.reply(operator.sees(words), "/take");
        Await.until("taken", () -> operator.reactionOn(taken).equals("👍"));
    }

    @Test
    void aCommandWithoutAConversationSaysWhatItNeeds() {
        long lonely = operator.hands().write("/close");
        assertTrue(operator.toldOn(lonely).contains("needs a conversation"));
        long numbered = operator.hands().write("/who #" + number);
        assertTrue(operator.toldOn(numbered).contains("Anna"));
        long wordy = operator.reply(notice, "/take it please");
        assertTrue(operator.toldOn(wordy).contains("takes no text"));
        assertEquals("open", state());
    }

    @Test
    void anAlbumWhoseTextIsANoteIsNotSent() {
        var album = Customer.words("album");
        colleague.reply(notice.id(), Media.albumPhoto(album, "//a picture for us"));
        colleague.reply(notice.id(), Media.albumPhoto(album, ""));
        nothingButTheQuestionReachedAnna();
    }

    private void closeAllButAnna() {
        desk.database()
                .sql(
                        """
                        insert into conversations (user_id, closed_through)
                        select user_id, max(id) from support_messages where user_id <> ? group by user_id
                        on conflict (user_id) do update set closed_through = excluded.closed_through returning user_id
                        """,
                        userId());
    }

    private long userId() {
        return ((Number) desk.database()
                        .sql(
                                "select id from users where email = ?",
                                anna.browser().email())
                        .get(0)
                        .get("id"))
                .longValue();
    }

    private String state() {
        return anna.browser().get("/api/feedback/threads/").expect(200).json().getString("state");
    }

    /** Updates of a chat come one after the other, so what was written before this is handled when it is answered. */
    private void nothingButTheQuestionReachedAnna() {
        operator.toldOn(operator.hands().write("/help@" + desk.telegram().botUsername()));
        assertEquals(List.of(question), anna.threadTexts());
        assertEquals(0, anna.received("secret"));
    }
}
