package org.answerline.conversation.hours;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.team.ConversationState;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock begins on Sunday, 2026-03-01, 12:00 in UTC. */
@UsesSharedDatabase
class AfterHoursMessagesTest {

    private static final String BACK =
            "🕒 We have stored your message. We are not here at the moment and will answer when we are back: "
                    + "Monday, 2 March, 09:00 (Europe/Berlin).";

    private final ConversationFixture desk =
            new ConversationFixture("SUPPORT_HOURS", "Mo-Fr 09:00-18:00", "SUPPORT_TIME_ZONE", "Europe/Berlin");
    private final long anna = desk.user("Anna");

    @BeforeEach
    void setUp() {
        desk.link(anna, CHAT);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aUserIsToldOnceInEachTimeAtWhichNobodyAnswers() {
        desk.ask(anna, "First");
        desk.clock.pass(Duration.ofHours(12));
        desk.ask(anna, "Second");
        assertEquals(List.of(BACK), desk.outboxTexts(CHAT));

        desk.clock.pass(Duration.ofHours(10));
        desk.ask(anna, "In the hours");
        assertEquals(List.of(BACK), desk.outboxTexts(CHAT));

        desk.clock.pass(Duration.ofHours(12));
        desk.ask(anna, "On the next evening");
        assertEquals(List.of(BACK, BACK.replace("Monday, 2 March", "Tuesday, 3 March")), desk.outboxTexts(CHAT));
    }

    @Test
    void itIsNoAnswer() {
        var question = desk.ask(anna, "First");
        assertEquals(ConversationState.OPEN, desk.beans.returned(() -> desk.conversations.state(anna)));
        assertEquals(1, SharedDatabase.sql("select 1 from support_messages").size());
        assertEquals("WAITING", desk.delivery(question));
        assertEquals(1, desk.outboxTexts(OPERATORS).size());
    }

    @Test
    void whatWasWrittenInTelegramIsRepliedTo() {
        desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain("From Telegram"),
                Optional.empty(),
                new TelegramMessageRef(CHAT, 77),
                Optional.empty()));
        assertEquals(
                List.of(77L),
                SharedDatabase.sql("select reply_to_message_id from deliveries where chat_id = ?", CHAT).stream()
                        .map(row -> row.get("reply_to_message_id"))
                        .toList());
    }

    @Test
    void aUserWhoCannotBeReachedIsToldWhenTheyCan() {
        desk.block(anna);
        desk.ask(anna, "First");
        assertEquals(List.of(), desk.outboxTexts(CHAT));
        desk.link(anna, CHAT);
        desk.ask(anna, "Second");
        assertEquals(List.of(BACK), desk.outboxTexts(CHAT));
        assertEquals(
                1,
                desk.outboxTexts(OPERATORS).stream()
                        .filter(text -> text.toString().contains("First"))
                        .count());
    }

    @Test
    void theTextIsInTheReadersLanguage() {
        SharedDatabase.sql("update user_telegram_links set telegram_language = 'ru' where user_id = ?", anna);
        desk.ask(anna, "First");
        assertEquals(
                List.of("🕒 Мы сохранили ваше сообщение. Сейчас мы не работаем и ответим, когда вернёмся: "
                        + "понедельник, 2 марта, 09:00 (Europe/Berlin)."),
                desk.outboxTexts(CHAT));
        var hours = desk.beans.get(DeskHours.class);
        assertEquals(
                Optional.of("Сейчас мы не работаем. Снова на связи: понедельник, 2 марта, 09:00 (Europe/Berlin)."
                        + " Вы можете написать сейчас, тогда мы и ответим."),
                hours.closedText(Texts.in("ru")));
    }

    @Test
    void nobodyIsToldAnythingByADeskWithoutHours() {
        try (var always = new ConversationFixture()) {
            long boris = always.user("Boris");
            always.link(boris, CHAT);
            always.ask(boris, "First");
            assertEquals(List.of(), always.outboxTexts(CHAT));
            assertEquals(Optional.empty(), always.beans.get(DeskHours.class).closedText(Texts.in("en")));
        }
    }
}
