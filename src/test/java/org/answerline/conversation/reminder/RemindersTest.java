package org.answerline.conversation.reminder;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.correction.AnswerWithdrawals;
import org.answerline.conversation.correction.CorrectionOutcome;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.team.Conversations;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock begins on Sunday, 2026-03-01, 12:00 in UTC. */
@UsesSharedDatabase
class RemindersTest {

    private static final int DAY = 24 * 60;
    private static final String[] SETTINGS = {"SUPPORT_REMIND_MINUTES", "15, 120"};
    private static final String[] WITH_HOURS = {"SUPPORT_REMIND_MINUTES", "15,120", "SUPPORT_HOURS", "Mo-Fr 09:00-18:00"
    };

    private ConversationFixture desk = new ConversationFixture(SETTINGS);
    private long anna = desk.user("Anna");
    private ReminderJob job = desk.beans.get(ReminderJob.class);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void eachNumberOfMinutesIsRemindedOfOnce() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        pass(14);
        assertEquals(List.of(), reminders());
        pass(1);
        assertEquals(
                List.of("⏰ Not answered yet: #" + question.number() + " · Anna · 15 min\nWhere is it?"), reminders());
        pass(50);
        assertEquals(1, reminders().size());
        pass(55);
        assertEquals(
                "⏰ Not answered yet: #" + question.number() + " · Anna · 2 h\nWhere is it?",
                reminders().get(1));
        pass(600);
        assertEquals(2, reminders().size());
    }

    @Test
    void theWaitBeginsWithTheFirstMessageAfterTheLastAnswer() {
        SupportMessage question = desk.ask(anna, "First");
        pass(10);
        desk.ask(anna, "Second");
        pass(5);
        assertEquals(1, reminders().size());
        assertTrue(reminders().get(0).contains("#" + question.number() + " "));
        pass(10);
        assertEquals(1, reminders().size());
        desk.answer(question, "Here");
        pass(120);
        assertEquals(1, reminders().size());
        SupportMessage next = desk.ask(anna, "Third");
        desk.ask(anna, "Fourth");
        pass(15);
        assertEquals(2, reminders().size());
        assertTrue(reminders().get(1).contains("#" + next.number() + " · Anna · 15 min"));
    }

    @Test
    void aClosedConversationWaitsForNothing() {
        desk.ask(anna, "First");
        SharedDatabase.sql("update support_messages set delivery = 'DELIVERED' returning id");
        desk.beans.returned(() -> desk.beans.get(Conversations.class).close(anna, 0));
        pass(120);
        assertEquals(List.of(), reminders());
        SupportMessage again = desk.ask(anna, "Again");
        pass(15);
        assertEquals(1, reminders().size());
        assertTrue(reminders().get(0).contains("#" + again.number() + " · Anna · 15 min"));
    }

    @Test
    void aWithdrawnAnswerEndsNoWait() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        desk.answer(question, "Here");
        SharedDatabase.sql("update support_messages set delivery = 'WITHDRAWN' where is_from_admin returning id");
        desk.ask(anna, "Hello?");
        pass(15);
        assertEquals(
                List.of("⏰ Not answered yet: #" + question.number()
                        + " · Anna · 15 min · Olga Petrova has it\nWhere is it?"),
                reminders());
    }

    @Test
    void theWaitThatALateWithdrawalOpensAgainIsRemindedOfOnceWhicheverNodeLooksFirst() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        SupportMessage answer = answered(question);
        ReminderJob other = anotherNode();
        pass(30 * DAY);
        desk.beans.inTransaction(other::run);
        assertEquals(List.of(), reminders());
        withdraw(answer);
        desk.beans.inTransaction(other::run);
        assertEquals(
                List.of("⏰ Not answered yet: #" + question.number()
                        + " · Anna · 30 d · Olga Petrova has it\nWhere is it?"),
                reminders());
        pass(1);
        pass(600);
        restart();
        run();
        assertEquals(1, reminders().size());
    }

    @Test
    void minutesThatWereRemindedOfBeforeTheAnswerAreNotRemindedOfAgainAfterItsWithdrawal() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        pass(15);
        SupportMessage answer = answered(question);
        pass(600);
        withdraw(answer);
        pass(1);
        assertEquals(2, reminders().size());
        assertTrue(reminders().get(1).contains("Anna · 10 h"), reminders()::toString);
        SupportMessage again = answered(question);
        pass(DAY);
        withdraw(again);
        pass(1);
        assertEquals(2, reminders().size());
    }

    @Test
    void aWithdrawalAtOnceBringsNoReminderEarlierOrTwice() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        pass(15);
        withdraw(answered(question));
        pass(1);
        assertEquals(1, reminders().size());
        withdraw(answered(question));
        pass(104);
        assertEquals(2, reminders().size());
    }

    @Test
    void aWithdrawalOutsideOfTheHoursIsRemindedOfInTheNextOnes() {
        use(WITH_HOURS);
        SupportMessage answer = answered(desk.ask(anna, "On Sunday"));
        pass(28 * DAY);
        withdraw(answer);
        pass(120);
        assertEquals(List.of(), reminders());
        pass(19 * 60);
        assertEquals(1, reminders().size());
    }

    @Test
    void aWithdrawnAnswerBringsNoReminderOfOthersWhoHaveWaitedForLong() {
        desk.ask(desk.user("Boris"), "Never closed");
        desk.clock.pass(Duration.ofDays(90));
        SupportMessage answer = answered(desk.ask(anna, "Where is it?"));
        pass(10 * DAY);
        assertEquals(List.of(), reminders());
        withdraw(answer);
        pass(1);
        restart();
        run();
        assertEquals(1, reminders().size(), reminders()::toString);
        assertTrue(reminders().get(0).contains("Anna · 10 d"), reminders()::toString);
    }

    @Test
    void aWithdrawalBeforeTheUsersLastAnswerOrAfterTheCloseBringsNoReminder() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        SupportMessage first = answered(question);
        SupportMessage second = answered(question);
        pass(DAY);
        withdraw(first);
        pass(1);
        assertEquals(List.of(), reminders());
        SharedDatabase.sql(
                "update support_messages set delivery = 'DELIVERED' where id = ? returning id", question.id());
        desk.beans.returned(() -> desk.beans.get(Conversations.class).close(anna, 0));
        withdraw(second);
        pass(1);
        assertEquals(List.of(), reminders());
    }

    @Test
    void withoutTheSettingAWithdrawalIsNotRememberedForReminders() {
        use();
        SupportMessage answer = answered(desk.ask(anna, "Where is it?"));
        pass(DAY);
        withdraw(answer);
        assertEquals(List.of(), SharedDatabase.sql("select 1 from conversation_reminders"));
    }

    private SupportMessage answered(SupportMessage question) {
        return ((AnswerOutcome.Stored) desk.answer(question, "Here")).answer();
    }

    private void withdraw(SupportMessage answer) {
        var replied = new RepliedToMessage(
                BOT, answer.originMessageId(), List.of(), true, Optional.empty(), Optional.empty());
        var outcome = desk.beans.returned(
                () -> desk.beans.get(AnswerWithdrawals.class).undo(Optional.of(replied), OPERATORS, OPERATOR));
        assertInstanceOf(CorrectionOutcome.Done.class, outcome);
    }

    private ReminderJob anotherNode() {
        ReminderJob other = desk.beans.fill(ReminderJob.class, new ReminderJob());
        desk.beans.fill(ReminderJob.class, job);
        return other;
    }

    @Test
    void aMessageThatWasKeptBackIsNotOverlookedAfterItsRelease() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        SharedDatabase.sql("update support_messages set delivery = 'HELD' where id = ? returning id", question.id());
        desk.ask(desk.user("Boris"), "Later");
        pass(125);
        pass(1);
        assertEquals(1, reminders().size());
        SharedDatabase.sql("update support_messages set delivery = 'WAITING' where id = ? returning id", question.id());
        pass(1);
        assertEquals(2, reminders().size());
        assertTrue(reminders().get(1).contains("Anna"), reminders()::toString);
    }

    @Test
    void severalAreInOneMessageWithTheirOwners() {
        SupportMessage first = desk.ask(anna, "First");
        desk.answer(first, "Here");
        SupportMessage again = desk.ask(anna, "Again");
        long boris = desk.user("Boris");
        SupportMessage other = desk.ask(boris, "Other");
        pass(20);
        assertEquals(
                List.of(
                        "⏰ 2 users wait for an answer. Select a line and press Reply, or begin your reply with its number."
                                + "\n\u200B#" + again.number() + " · Anna · 20 min · Olga Petrova has it"
                                + "\n\u200B#" + other.number() + " · Boris · 20 min"),
                reminders());
    }

    @Test
    void afterAnOutageThereIsOneWithTheWholeWait() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        desk.clock.pass(Duration.ofHours(50));
        restart();
        run();
        assertEquals(List.of("⏰ Not answered yet: #" + question.number() + " · Anna · 2 d\nWhere is it?"), reminders());
        pass(120);
        assertEquals(1, reminders().size());
    }

    @Test
    void anotherNodeAndARestartRemindOfNothingAgain() {
        desk.ask(anna, "Where is it?");
        pass(15);
        restart();
        run();
        run();
        assertEquals(1, reminders().size());
    }

    @Test
    void aMessageThatIsStoredLateIsNotOverlooked() {
        desk.ask(anna, "First");
        pass(125);
        SupportMessage late = desk.ask(desk.user("Boris"), "Late");
        SharedDatabase.sql(
                "update support_messages set created_at = created_at - interval '20 minutes' where id = ?", late.id());
        run();
        assertEquals(2, reminders().size());
        assertTrue(reminders().get(1).contains("Boris · 20 min"));
    }

    @Test
    void onlyMinutesInOpeningHoursCount() {
        use(WITH_HOURS);
        desk.ask(anna, "On Sunday");
        pass(120);
        assertEquals(List.of(), reminders());
        pass(19 * 60);
        assertEquals(List.of(), reminders());
        pass(15);
        assertEquals(1, reminders().size());
        assertTrue(reminders().get(0).contains("Anna · 21 h"), reminders()::toString);
    }

    @Test
    void whatIsReachedAtTheEndOfTheHoursWaitsForTheNextOnes() {
        use(WITH_HOURS);
        desk.clock.pass(Duration.ofHours(29).plusMinutes(30));
        desk.ask(anna, "At 17:30 on Monday");
        pass(31);
        assertEquals(List.of(), reminders());
        pass(15 * 60);
        assertEquals(1, reminders().size());
    }

    @Test
    void anEmailIsDueAfterTheLastReminder() {
        use(
                "SUPPORT_REMIND_MINUTES", "15,120",
                "SUPPORT_ALARM_EMAIL", "owner@example.org",
                "SMTP_HOST", "mail.example.org",
                "SMTP_FROM", "desk@example.org");
        SupportMessage question = desk.ask(anna, "Where is it?");
        pass(15);
        assertEquals(0, dueMails());
        pass(105);
        assertEquals(1, dueMails());
        var rows = desk.beans.get(ReminderRows.class);
        assertEquals(List.of(question.id()), desk.beans.returned(rows::takeDueMails));
        assertEquals(List.of(), desk.beans.returned(rows::takeDueMails));
        assertEquals(0, dueMailsIn(19));
        desk.beans.inTransaction(() -> rows.refused(List.of(question.id())));
        assertEquals(1, dueMailsIn(1));
        desk.beans.inTransaction(() -> rows.mailed(List.of(question.id())));
        pass(120);
        assertEquals(0, dueMails());
    }

    @Test
    void withoutAnAddressNoEmailIsDue() {
        desk.ask(anna, "Where is it?");
        pass(120);
        assertEquals(1, reminders().size());
        assertEquals(0, dueMails());
    }

    @Test
    void aLongListEndsWithTheNumberOfTheRest() {
        for (int i = 0; i < 20; i++) {
            desk.ask(desk.user("User" + i), "Question");
        }
        pass(15);
        assertEquals(1, reminders().size());
        String text = reminders().get(0);
        assertTrue(text.contains("User14") && !text.contains("User15"), text);
        assertTrue(text.endsWith("… and 5 more: /open"), text);
    }

    @Test
    void withoutTheSettingThereIsNone() {
        use();
        desk.ask(anna, "Where is it?");
        pass(1_000);
        assertEquals(List.of(), reminders());
    }

    @Test
    void theEmailNamesNoUser() {
        desk.ask(anna, "Where is it?");
        pass(120);
        var waits =
                desk.beans.returned(() -> desk.beans.get(Conversations.class).open(5));
        String mail = ReminderText.mail(waits, desk.clock.instant(), Texts.in("en"));
        assertTrue(mail.contains("#" + waits.get(0).number() + ", 2 h"), mail);
        assertFalse(mail.contains("Anna"), mail);
    }

    private void pass(long minutes) {
        desk.clock.pass(Duration.ofMinutes(minutes));
        run();
    }

    private void run() {
        desk.beans.inTransaction(job::run);
    }

    /** The job of another process, which remembers nothing. */
    private void restart() {
        job = desk.beans.fill(ReminderJob.class, new ReminderJob());
    }

    private void use(String... settings) {
        desk.close();
        desk = new ConversationFixture(settings);
        anna = desk.user("Anna");
        job = desk.beans.get(ReminderJob.class);
    }

    private static long dueMails() {
        return SharedDatabase.sql("select 1 from conversation_reminders where mail_due_at <= now()")
                .size();
    }

    private static long dueMailsIn(int minutes) {
        return SharedDatabase.sql(
                        "select 1 from conversation_reminders where mail_due_at <= now() + ? * interval '1 minute'",
                        minutes)
                .size();
    }

    private List<String> reminders() {
        return desk.outboxTexts(OPERATORS).stream()
                .map(Object::toString)
                .map(text -> text.startsWith("\u200B") ? text.substring(1) : text)
                .filter(text -> text.startsWith("⏰"))
                .toList();
    }
}
