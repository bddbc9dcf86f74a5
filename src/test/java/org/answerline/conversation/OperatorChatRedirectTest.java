package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.observability.Traces;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.client.BotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The owner corrects the setting for the operators' chat: nothing stays with the former one. */
@UsesSharedDatabase
class OperatorChatRedirectTest {

    private static final long CORRECTED = -900;

    private final ConversationFixture desk = new ConversationFixture();

    /** The node that starts with the corrected setting, on the same database. */
    private final Beans corrected = node(CORRECTED);

    @AfterEach
    void close() {
        corrected.close();
        desk.close();
    }

    @Test
    void questionsAndWordsThatWaitedForTheFormerChatAreSentToThePresentOne() {
        look(desk.beans);
        desk.ask(desk.user("Anna"), "Where?");
        word(OPERATORS, "a report");
        desk.clock.pass(Duration.ofMinutes(1));
        look(corrected);
        assertEquals(List.of(), desk.outboxTexts(OPERATORS));
        assertEquals(2, desk.outboxTexts(CORRECTED).size());
    }

    @Test
    void aDeskThatHasNotNotedItsChatsYetMovesItsQuestions() {
        desk.ask(desk.user("Anna"), "Where?");
        look(corrected);
        assertEquals(1, desk.outboxTexts(CORRECTED).size());
        assertTrue(wasOperators(OPERATORS));
    }

    @Test
    void aNodeWithTheFormerSettingMovesNothingBack() {
        look(desk.beans);
        look(corrected);
        desk.ask(desk.user("Anna"), "Where?");
        look(desk.beans);
        assertEquals(1, desk.outboxTexts(OPERATORS).size());
        look(corrected);
        look(desk.beans);
        assertEquals(1, desk.outboxTexts(CORRECTED).size());
    }

    @Test
    void whatAFormerOperatorIsToldAsAUserStaysInThatChat() {
        look(desk.beans);
        desk.link(desk.user("Olga"), OPERATORS);
        word(OPERATORS, "to Olga");
        desk.clock.pass(Duration.ofMinutes(1));
        look(corrected);
        assertEquals(List.of("to Olga"), desk.outboxTexts(OPERATORS));
    }

    @Test
    void whatIsQueuedForTheFormerChatAfterTheCorrectionIsNoMatterOfTheOperators() {
        look(desk.beans);
        desk.clock.pass(Duration.ofMinutes(1));
        look(corrected);
        desk.clock.pass(Duration.ofMinutes(1));
        word(OPERATORS, "to a stranger");
        look(corrected);
        assertEquals(List.of("to a stranger"), desk.outboxTexts(OPERATORS));
    }

    @Test
    void theOwnerMayGoBackToTheFirstChat() {
        look(desk.beans);
        look(corrected);
        corrected.inTransaction(() -> corrected.get(Outbox.class).put(OutboxMessage.word(CORRECTED, "a report")));
        desk.clock.pass(Duration.ofMinutes(1));
        try (var again = node(OPERATORS)) {
            look(again);
        }
        assertEquals(List.of("a report"), desk.outboxTexts(OPERATORS));
    }

    @Test
    void messagesThatAreNotDeletedInAFormerChatAreReportedInThePresentOne() {
        look(desk.beans);
        look(corrected);
        corrected.get(DeliveryEventObserver.class);
        corrected.inTransaction(() -> corrected.fire(new DeliveryEvent.NotErased(OPERATORS, "too old")));
        assertTrue(desk.outboxTexts(CORRECTED).get(0).toString().contains("(too old)"));
        corrected.inTransaction(() -> corrected.fire(new DeliveryEvent.NotErased(4711, "too old")));
        assertEquals(1, desk.outboxTexts(CORRECTED).size());
    }

    @Test
    void aGroupThatBecameASupergroupIsAFormerChat() {
        desk.beans.inTransaction(() -> desk.beans.get(OperatorChat.class).movedTo(-1_007));
        assertTrue(desk.beans.returned(() -> desk.beans.get(OperatorChat.class).isOrWasOperatorChat(OPERATORS)));
    }

    @Test
    void aNodeThatHasNotLearntThatTheGroupBecameASupergroupMovesNothingBack() {
        look(desk.beans);
        try (var late = node(OPERATORS)) {
            look(late);
            desk.beans.inTransaction(() -> desk.beans.get(OperatorChat.class).movedTo(CORRECTED));
            desk.ask(desk.user("Anna"), "Where?");
            assertEquals(1, desk.outboxTexts(CORRECTED).size());
            look(late);
        }
        assertEquals(List.of(), desk.outboxTexts(OPERATORS));
        assertEquals(1, desk.outboxTexts(CORRECTED).size());
    }

    private boolean wasOperators(long chat) {
        return corrected.returned(() -> corrected.get(OperatorChat.class).isOrWasOperatorChat(chat));
    }

    private void word(long chat, String text) {
        desk.beans.inTransaction(() -> desk.beans.get(Outbox.class).put(OutboxMessage.word(chat, text)));
    }

    private static void look(Beans node) {
        node.inTransaction(() -> node.get(OperatorChatRedirect.class).run());
    }

    private Beans node(long operators) {
        return new Beans()
                .with(Clock.class, desk.clock)
                .with(Traces.class, new Traces())
                .with(BotApi.class, null)
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", BOT + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .setting("TELEGRAM_ADMIN_CHAT_ID", "" + operators)
                .setting("SUPPORT_LANGUAGE", "en");
    }
}
