package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.ContentCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Locations and the like: a text for the site, and a copy of the message for the other side's Telegram. */
@UsesSharedDatabase
class CopiedMessagesTest {

    private static final ContentCard LOCATION = new ContentCard(ContentCard.Kind.LOCATION, List.of("55.75", "37.61"));

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Where are you?");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aUsersLocationReachesTheOperatorsAsTextAndAsCopy() {
        desk.beans.returned(
                () -> desk.desk.tellCopied(anna, LOCATION, Optional.empty(), new TelegramMessageRef(CHAT, 31)));
        var parts = parts("NOTICE").subList(1, 3);
        assertTrue(parts.get(0).get("text").toString().contains("Location: 55.75, 37.61"));
        assertEquals(null, parts.get(0).get("copy_chat_id"));
        assertEquals(CHAT, parts.get(1).get("copy_chat_id"));
        assertEquals(31L, parts.get(1).get("copy_message_id"));
        assertEquals(true, parts.get(1).get("frame"));
    }

    @Test
    void anOperatorsLocationReachesTheUserInTheUsersLanguage() {
        desk.link(anna, CHAT);
        SharedDatabase.sql("update user_telegram_links set telegram_language = 'ru' returning user_id");
        var answer = answered();
        assertEquals("📍 Геопозиция: 55.75, 37.61", answer.text());
        var parts = parts("ANSWER");
        assertTrue(parts.get(0).get("text").toString().contains("Геопозиция"));
        assertEquals(OPERATORS, parts.get(1).get("copy_chat_id"));
        assertEquals(answer.originMessageId(), parts.get(1).get("copy_message_id"));
    }

    @Test
    void aHeldLocationIsCopiedWhenItsUserLinksTelegram() {
        var answer = answered();
        assertEquals("HELD", desk.delivery(answer));
        desk.link(anna, CHAT);
        desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).send(anna));
        assertEquals(answer.originMessageId(), parts("ANSWER").get(1).get("copy_message_id"));
    }

    private SupportMessage answered() {
        SharedDatabase.sql(
                "insert into operator_notices (bot_id, chat_id, message_id, support_message_id, from_offset)"
                        + " values (?, ?, 90, ?, 0) returning message_id",
                ConversationFixture.BOT,
                OPERATORS,
                question.id());
        var replied =
                new RepliedToMessage(ConversationFixture.BOT, 90, List.of(), false, Optional.empty(), Optional.empty());
        var outcome = desk.beans.returned(
                () -> desk.beans.get(OperatorReplies.class).answerCopied(replied, LOCATION, desk.origin(), OPERATOR));
        return assertInstanceOf(AnswerOutcome.Stored.class, outcome).answer();
    }

    private List<Map<String, Object>> parts(String purpose) {
        return SharedDatabase.sql("select * from deliveries where purpose = ? order by id", purpose);
    }
}
