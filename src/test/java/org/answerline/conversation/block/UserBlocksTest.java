package org.answerline.conversation.block;

import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.account.user.UserRows;
import org.answerline.conversation.BlockedUserList;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users whom support has blocked and who are told so. */
@UsesSharedDatabase
class UserBlocksTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final UserBlocks blocks = desk.beans.get(UserBlocks.class);
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Question of Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aBlockedUserIsRefusedAndNothingIsStored() {
        block("7d");
        var outbox = desk.outbox();
        var refused = assertThrows(UserBlockedException.class, () -> desk.ask(anna, "Again"));
        assertEquals(
                Optional.of(desk.clock.instant().plus(Duration.ofDays(7))),
                refused.block().until());
        assertThrows(UserBlockedException.class, () -> once("Again"));
        assertEquals(1, SharedDatabase.sql("select 1 from support_messages").size());
        assertEquals(0, SharedDatabase.sql("select 1 from submissions").size());
        assertEquals(outbox, desk.outbox());
        desk.ask(desk.user("Boris"), "Question of Boris");
    }

    @Test
    void aBlockEndsByItself() {
        block("30m");
        desk.clock.pass(Duration.ofMinutes(29));
        assertTrue(in(() -> blocks.current(anna)).isPresent());
        assertEquals(List.of("Anna"), names());
        desk.clock.pass(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), in(() -> blocks.current(anna)));
        assertEquals(List.of(), names());
        assertEquals(false, in(() -> blocks.unblock(anna)));
        desk.ask(anna, "Again");
    }

    @Test
    void aBlockWithoutAnEndLastsUntilItIsEnded() {
        block("");
        desk.clock.pass(Duration.ofDays(1_000));
        assertThrows(UserBlockedException.class, () -> desk.ask(anna, "Again"));
        assertTrue(in(() -> blocks.unblock(anna)));
        assertEquals("Again", once("Again").text());
    }

    @Test
    void aRepeatedSubmissionIsStillTheStoredQuestion() {
        var stored = once("Before");
        block("1h");
        assertEquals(stored.id(), once("Before").id());
    }

    @Test
    void theCardAndTheListSayWhoIsBlockedByWhomAndUntilWhen() {
        block("7d");
        desk.beans.inTransaction(() -> desk.beans.get(BlockedUserList.class).show(50));
        desk.beans.inTransaction(() -> desk.beans.get(ConversationCards.class).who(question, 51));
        for (Object text : desk.outboxTexts(OPERATORS).subList(1, 3)) {
            assertTrue(text.toString().contains("Blocked by Olga Petrova until"), text::toString);
            assertTrue(text.toString().contains("Anna"), text::toString);
        }
        assertTrue(desk.outboxTexts(OPERATORS).get(1).toString().contains("#" + question.number() + " · Anna"));
    }

    @Test
    void theBlockIsPartOfTheExport() {
        block("7d");
        var json = in(() -> desk.beans.get(UserRows.class).exported(anna)).orElseThrow();
        assertTrue(json.matches("(?s).*\"blocked_by_support_until\" : \"2.*"), json);
    }

    private void block(String period) {
        in(() -> blocks.block(anna, BlockPeriod.read(period).orElseThrow(), OPERATOR));
    }

    private SupportMessage once(String text) {
        return in(() -> desk.desk.askOnce(anna, NewQuestion.typed("", text), "key"));
    }

    private List<String> names() {
        return in(() -> blocks.all(10)).stream()
                .map(UserBlocks.BlockedUser::name)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return desk.beans.returned(work);
    }
}
