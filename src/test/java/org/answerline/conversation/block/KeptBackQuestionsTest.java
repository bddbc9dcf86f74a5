package org.answerline.conversation.block;

import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.team.Conversations;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users whom support has blocked without telling them: nothing that they were told was sent is lost. */
@UsesSharedDatabase
class KeptBackQuestionsTest {

    private final ConversationFixture desk = new ConversationFixture("SUPPORT_BLOCK_TOLD", "false");
    private final UserBlocks blocks = desk.beans.get(UserBlocks.class);
    private final QuestionIntake intake = desk.beans.get(QuestionIntake.class);
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Question of Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoIsNotToldLooksAcceptedAndIsHeardWhenTheBlockIsEnded() {
        desk.answer(question, "Here");
        block("");
        var outbox = desk.outbox();
        var site = desk.ask(anna, "From the site");
        var telegram = desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain("From Telegram"),
                Optional.empty(),
                new TelegramMessageRef(7, 8),
                Optional.empty()));
        assertEquals("HELD", desk.delivery(site));
        assertEquals("HELD", desk.delivery(telegram));
        assertEquals(outbox, desk.outbox());
        assertEquals(0L, in(() -> desk.beans.get(Conversations.class).countOpen()));
        sweep();
        assertEquals(outbox, desk.outbox());

        assertTrue(in(() -> blocks.unblock(anna)));
        assertEquals(2, in(() -> intake.release(anna)));
        assertEquals(0, in(() -> intake.release(anna)));
        var notices = desk.outboxTexts(OPERATORS).stream().map(String::valueOf).toList();
        assertEquals(outbox.size() + 2, desk.outbox().size());
        assertTrue(notices.get(notices.size() - 2).contains("From the site"), notices::toString);
        assertTrue(notices.get(notices.size() - 1).contains("From Telegram"), notices::toString);
        assertEquals("WAITING", desk.delivery(site));
        assertEquals(1L, in(() -> desk.beans.get(Conversations.class).countOpen()));
    }

    @Test
    void whoIsNotToldIsHeardWhenTheBlockEndsByItself() {
        block("1h");
        var kept = desk.ask(anna, "Kept back");
        desk.clock.pass(Duration.ofHours(2));
        sweep();
        assertEquals("WAITING", desk.delivery(kept));
        assertEquals(2, desk.outbox().size());
        sweep();
        assertEquals(2, desk.outbox().size());
    }

    private void block(String period) {
        in(() -> blocks.block(anna, BlockPeriod.read(period).orElseThrow(), OPERATOR));
    }

    private void sweep() {
        desk.beans.inTransaction(intake::releaseAll);
    }

    private <T> T in(Supplier<T> work) {
        return desk.beans.returned(work);
    }
}
