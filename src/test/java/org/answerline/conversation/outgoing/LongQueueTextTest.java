package org.answerline.conversation.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.answerline.conversation.ConversationFixture;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UsesSharedDatabase
class LongQueueTextTest {

    private final ConversationFixture desk = new ConversationFixture();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void saysHowManyAreTogetherHowManyWaitAndHowToAnswerOne() {
        assertEquals(
                TelegramText.plain(
                        "📚 12 questions in one message, because many are waiting (30 more). To answer one, select"
                                + " its text and press Reply, or start your reply with its number, for example #12."),
                desk.beans.get(LongQueueText.class).of(12, 30));
    }

    @Test
    void whatStandsForAnErasedQuestionStillNamesIt() {
        assertEquals(
                TelegramText.about(7, "🗑 The data was erased."),
                desk.beans.get(LongQueueText.class).erased(7));
    }
}
