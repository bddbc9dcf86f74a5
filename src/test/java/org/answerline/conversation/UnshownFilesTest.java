package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.answerline.attachment.FileReady;
import org.answerline.attachment.FileState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator learns of a file of an answer that the user sees neither on the site nor in Telegram. */
@UsesSharedDatabase
class UnshownFilesTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final UnshownFiles files = desk.beans.get(UnshownFiles.class);
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFileThatTheSiteCannotKeepIsNamed() {
        assertToldAfter(
                FileState.FAILED, "The file “plan.dwg” did not reach the user: it could not be kept on the site");
    }

    @Test
    void aFileThatIsTooLargeIsNamedWithItsReason() {
        assertToldAfter(FileState.TOO_LARGE, "The file “plan.dwg” did not reach the user: it is larger than 20 MB");
    }

    @Test
    void aFileThatIsShownIsNotMentioned() {
        settled(answered(), FileState.READY);
        assertEquals(List.of(), told());
    }

    @Test
    void aFileThatGoesToTheUsersTelegramIsNotMentioned() {
        desk.link(anna, CHAT);
        settled(answered(), FileState.FAILED);
        assertEquals(List.of(), told());
    }

    @Test
    void aFileOfAQuestionIsNotMentioned() {
        settled(desk.ask(anna, "Look"), FileState.FAILED);
        assertEquals(List.of(), told());
    }

    @Test
    void aReportOnAnAnswerThatWasWrittenInAFormerOperatorsChatRepliesToNoMessageOfThePresentOne() {
        SupportMessage answer = answered();
        desk.beans.inTransaction(() -> desk.beans.get(OperatorChat.class).movedTo(-1_007));
        settled(answer, FileState.FAILED);
        var told = SharedDatabase.sql("select chat_id, coalesce(reply_to_message_id, 0) as reply, topic_user_id"
                + " from deliveries where purpose = 'WORD'");
        assertEquals(List.of(Map.of("chat_id", -1_007L, "reply", 0L, "topic_user_id", anna)), told);
    }

    private void assertToldAfter(FileState state, String words) {
        settled(answered(), state);
        assertEquals(1, told().size());
        assertTrue(told().get(0).contains(words), told().toString());
    }

    private SupportMessage answered() {
        return ((AnswerOutcome.Stored) desk.answer(desk.ask(anna, "Where?"), "Here")).answer();
    }

    private void settled(SupportMessage message, FileState state) {
        var file = desk.file(message, "DOCUMENT", "plan.dwg", 1);
        desk.beans.inTransaction(() -> files.settled(new FileReady(message.id(), file, state)));
    }

    private List<String> told() {
        return desk.outbox().stream()
                .filter(row -> row.get("chat_id").equals(OPERATORS)
                        && row.get("purpose").equals("WORD"))
                .map(row -> row.get("text").toString())
                .toList();
    }
}
