package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.correction.AnswerWithdrawals;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.linking.ChatUnlinked;
import org.answerline.linking.TelegramLinking;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that wait on the site until there is a chat to send them to. */
@UsesSharedDatabase
class HeldAnswersTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final HeldAnswers held = desk.beans.get(HeldAnswers.class);
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theyAreSentInTheirOrder() {
        answered("first");
        answered("second");
        link();
        assertEquals(2, sent(anna));
        assertEquals(List.of("📩 Support reply:\n\nfirst", "📩 Support reply:\n\nsecond"), desk.outboxTexts(CHAT));
    }

    @Test
    void theyAreNeitherSentToOthersNorWithoutAChat() {
        answered("Here");
        long boris = desk.user("Boris");
        desk.link(boris, CHAT);
        assertEquals(0, sent(boris));
        assertEquals(0, sent(anna));
        assertEquals(1, missed(anna));
        assertEquals(0, missed(boris));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
    }

    @Test
    void aUserWhoBlockedTheBotIsKnown() {
        assertFalse(blocked());
        link();
        assertFalse(blocked());
        desk.block(anna);
        assertTrue(blocked());
    }

    @Test
    void theSweepSendsEachOnceHoweverManyNodesSweep() {
        var answer = answered("Here");
        desk.clock.pass(Duration.ofMinutes(1));
        link();
        assertEquals(1, swept());
        assertEquals(0, swept());
        assertEquals("WAITING", desk.delivery(answer));
        assertEquals(1, desk.outboxTexts(CHAT).size());
    }

    @Test
    void theSweepLeavesOutWhoCannotBeReached() {
        answered("Here");
        assertEquals(0, swept());
        desk.clock.pass(Duration.ofMinutes(1));
        link();
        desk.block(anna);
        assertEquals(0, swept());
    }

    @Test
    void whatWasSentStaysSentWhenTheChatIsUnlinked() {
        link();
        var sent = answered("sent");
        desk.sent();
        var waiting = answered("waiting");
        desk.beans.inTransaction(() -> desk.beans.fire(new ChatUnlinked(anna, CHAT)));
        assertEquals("WAITING", desk.delivery(sent));
        assertEquals("HELD", desk.delivery(waiting));
        assertEquals(1, missed(anna));
    }

    @Test
    void aWithdrawnAnswerThatMayBeOnItsWayStaysWithdrawnWhenTheChatIsUnlinkedAndLinkedAgain() {
        link();
        var withdrawn = answered("a secret by mistake");
        SharedDatabase.sql("update deliveries set attempts = 1 where purpose = 'ANSWER' returning id");
        desk.beans.inTransaction(() -> desk.beans
                .get(AnswerWithdrawals.class)
                .undo(Optional.empty(), ConversationFixture.OPERATORS, ConversationFixture.OPERATOR));
        desk.beans.inTransaction(() -> desk.beans.get(TelegramLinking.class).unlink(anna));
        assertEquals("WITHDRAWN", desk.delivery(withdrawn));
        link();
        assertEquals(0, missed(anna));
        assertEquals(0, sent(anna));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
    }

    private SupportMessage answered(String text) {
        return ((AnswerOutcome.Stored) desk.answer(desk.ask(anna, "Where?"), text)).answer();
    }

    private void link() {
        desk.link(anna, CHAT);
    }

    private int sent(long user) {
        return desk.beans.returned(() -> held.send(user));
    }

    private int missed(long user) {
        return desk.beans.returned(() -> held.missed(user));
    }

    private int swept() {
        return desk.beans.returned(held::sendOverdue);
    }

    private boolean blocked() {
        return desk.beans.returned(() -> held.isBlocked(anna));
    }
}
