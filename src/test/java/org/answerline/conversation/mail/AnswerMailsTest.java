package org.answerline.conversation.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.mail.OutgoingMail;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which answers lead to an e-mail, when, and how often. */
@UsesSharedDatabase
class AnswerMailsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration A_NODE_FAILED = Duration.ofMinutes(20);

    private ConversationFixture desk = new ConversationFixture();
    private final MailServerDouble server = new MailServerDouble();
    private AnswerMailSender sender;
    private AnswerMails mails;
    private SeenAnswers seen;
    private AnswerMailSubscriptions subscriptions;
    private long anna;

    @BeforeEach
    void switchOn() {
        desk.beans
                .setting("SMTP_HOST", "mail.example.org")
                .setting("SUPPORT_PUBLIC_URL", "https://help.example.org")
                .setting("SUPPORT_MAIL_CONTENT", "text")
                .with(Mailer.class, server);
        sender = desk.beans.get(AnswerMailSender.class);
        mails = desk.beans.get(AnswerMails.class);
        seen = desk.beans.get(SeenAnswers.class);
        seen.background = later();
        subscriptions = desk.beans.get(AnswerMailSubscriptions.class);
        anna = desk.user("Anna");
        desk.beans.inTransaction(() -> desk.beans.get(KeyValueStore.class).forget(AnswerMails.SINCE));
        send();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAnswerThatWasNotSeenLeadsToOneMailAfterFiveMinutes() {
        answered("Here it is");
        desk.clock.pass(PATIENCE.minusSeconds(1));
        send();
        assertEquals(List.of(), server.sent);
        pass(1);
        pass(600);
        assertEquals(1, server.sent.size());
        assertEquals("Anna@example.org", server.sent.get(0).to());
        assertTrue(server.sent.get(0).text().contains("Here it is"));
    }

    @Test
    void theAnswersOfABurstAreInOneMailAndTheNextOneIsInAnother() {
        answered("first");
        desk.clock.pass(Duration.ofMinutes(4));
        answered("second");
        pass(60);
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.sent.size());
        assertTrue(server.sent.get(0).text().contains("first\n\nsecond"));
        answered("third");
        pass(PATIENCE.toSeconds());
        assertEquals(2, server.sent.size());
        assertFalse(server.sent.get(1).text().contains("second"));
    }

    @Test
    void whatAPageHasShownLeadsToNone() {
        var answer = answered("Seen");
        seen.shown(anna, List.of(answer));
        pass(PATIENCE.toSeconds());
        assertEquals(List.of(), server.sent);
        answered("Not seen");
        pass(PATIENCE.toSeconds());
        assertFalse(sent().text().contains("Seen"));
    }

    @Test
    void whatAClientHasShownLeadsToNone() {
        var answer = answered("Seen");
        seen.shownThrough(anna, answer.id());
        pass(PATIENCE.toSeconds());
        assertEquals(List.of(), server.sent);
    }

    @Test
    void aClientThatNamesNoMessageOfItsUserHidesNoLaterAnswer() {
        answered("Seen");
        seen.shownThrough(anna, Long.MAX_VALUE);
        send();
        answered("Not seen");
        pass(PATIENCE.toSeconds());
        assertFalse(sent().text().contains("Seen"));
    }

    @Test
    void whatWasSeenWhileTheMailServerWasUnavailableIsNotSent() {
        var answer = answered("Seen in the meantime");
        server.failure = new MessagingException("away");
        pass(PATIENCE.toSeconds());
        seen.shown(anna, List.of(answer));
        server.failure = null;
        pass(60);
        assertEquals(List.of(), server.sent);
    }

    @Test
    void theMailHasThePresentTextAndNothingOfAWithdrawnAnswer() {
        var edited = answered("Wrong");
        var withdrawn = answered("Withdrawn");
        SharedDatabase.sql("update support_messages set text = 'Right' where id = ?", edited.id());
        SharedDatabase.sql("update support_messages set delivery = 'WITHDRAWN' where id = ?", withdrawn.id());
        pass(PATIENCE.toSeconds());
        assertTrue(sent().text().contains("Right"));
        assertFalse(sent().text().contains("Withdrawn"));
        SharedDatabase.sql(
                "update support_messages set delivery = 'WITHDRAWN' where id = ?",
                answered("Withdrawn").id());
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.sent.size());
    }

    @Test
    void whatTelegramHasGotLeadsToNoneAndWhatItHasNotToOne() {
        desk.link(anna, ConversationFixture.CHAT);
        var delivered = answered("Delivered");
        SharedDatabase.sql("update support_messages set delivery = 'DELIVERED' where id = ?", delivered.id());
        pass(PATIENCE.toSeconds());
        assertEquals(List.of(), server.sent);
        answered("Telegram does not answer");
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.sent.size());
    }

    @Test
    void onlyAConfirmedAddressIsWrittenTo() {
        SharedDatabase.sql("update users set email_confirmed_at = null where id = ?", anna);
        answered("Here");
        pass(PATIENCE.toSeconds());
        assertEquals(List.of(), server.sent);
        SharedDatabase.sql("update users set email_confirmed_at = now() where id = ?", anna);
        send();
        assertEquals(1, server.sent.size());
    }

    @Test
    void whoUnsubscribesByTheLinkGetsNoMoreUntilTheyWantThemAgain() {
        answered("first");
        pass(PATIENCE.toSeconds());
        var token = sent().text().replaceFirst("(?s).*/account/unsubscribe/(.*?)/.*", "$1");
        assertTrue(desk.beans.returned(() -> subscriptions.unsubscribe(token)));
        assertTrue(desk.beans.returned(() -> subscriptions.unsubscribe(token)), "a second click is no error");
        assertFalse(desk.beans.returned(() -> subscriptions.unsubscribe(token.replaceFirst(".", "_"))));
        answered("second");
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.sent.size());
        assertFalse(desk.beans.returned(() -> subscriptions.isSubscribed(anna)));
        desk.beans.inTransaction(() -> subscriptions.subscribe(anna, true));
        assertTrue(desk.beans.returned(() -> subscriptions.isSubscribed(anna)));
        pass(10);
        assertEquals(2, server.sent.size());
    }

    @Test
    void theTokenIsNotInTheDatabase() {
        answered("Here");
        pass(PATIENCE.toSeconds());
        var hash = SharedDatabase.sql("select token_hash from answer_mail_tokens")
                .get(0)
                .get("token_hash")
                .toString();
        assertFalse(sent().text().contains(hash));
        assertTrue(hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void whatOneNodeSendsNoOtherSendsUnlessThatOneFails() {
        answered("Here");
        desk.clock.pass(PATIENCE);
        desk.beans.inTransaction(mails::findDue);
        var taken = desk.beans.returned(mails::takeDue).orElseThrow();
        send();
        assertEquals(Optional.empty(), desk.beans.returned(mails::takeDue));
        desk.clock.pass(A_NODE_FAILED);
        send();
        assertEquals(1, server.sent.size());
        desk.beans.inTransaction(() -> mails.markSent(taken));
        pass(A_NODE_FAILED.toSeconds());
        assertEquals(1, server.sent.size());
    }

    @Test
    void aMailIsTriedAgainWithGrowingPausesAndSentOnce() {
        answered("Here");
        server.failure = new MessagingException("away");
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.attempts);
        pass(9);
        assertEquals(1, server.attempts);
        pass(1);
        assertEquals(2, server.attempts);
        server.failure = null;
        pass(20);
        pass(3_600);
        assertEquals(1, server.sent.size());
        assertEquals(3, server.attempts);
    }

    @Test
    void aMailThatHasProbablyArrivedIsNotSentAgain() throws Exception {
        var constructor = MailOutcomeUnknownException.class.getDeclaredConstructor(Exception.class);
        constructor.setAccessible(true);
        server.failure = constructor.newInstance(new MessagingException("broken off"));
        answered("Here");
        pass(PATIENCE.toSeconds());
        pass(3_600);
        assertEquals(1, server.attempts);
    }

    @Test
    void theOperatorSeesOnEachReplyThatItWentByMail() {
        var first = answered("first");
        var second = answered("second");
        pass(PATIENCE.toSeconds());
        assertEquals(
                List.of(first.originMessageId(), second.originMessageId()),
                receipts().stream().map(row -> row.get("reply_to_message_id")).toList());
        assertEquals("🕊", receipts().get(0).get("text"));
        answered("third");
        pass(PATIENCE.toSeconds());
        var explanations = desk.outboxTexts(ConversationFixture.OPERATORS).stream()
                .filter(text -> text.toString().contains("From now on this mark"))
                .toList();
        assertEquals(1, explanations.size());
    }

    @Test
    void anAddressThatIsRefusedForGoodIsReportedOnceAndNotTriedAgain() {
        server.failure = new AddressException("no address");
        answered("first");
        pass(PATIENCE.toSeconds());
        answered("second");
        pass(PATIENCE.toSeconds());
        pass(3_600);
        assertEquals(1, server.attempts);
        assertEquals(1, reports());
        server.failure = null;
        SharedDatabase.sql("update users set email = 'anna@example.net' where id = ?", anna);
        answered("third");
        pass(PATIENCE.toSeconds());
        assertEquals("anna@example.net", sent().to());
        assertEquals(
                List.of("🕊"),
                receipts().stream().map(row -> row.get("text")).distinct().toList());
    }

    @Test
    void anEmailThatComesBackWhenItsAnswerIsDeletedIsReportedAllTheSame() {
        answered("Here");
        pass(PATIENCE.toSeconds());
        SharedDatabase.sql("delete from support_messages where user_id = ?", anna);
        assertEquals(1, desk.beans.returned(() -> mails.markReturned("anna@example.org")));
        assertEquals(1, desk.beans.returned(() -> mails.markReturned("anna@example.org")));
        assertEquals(
                1,
                desk.outboxTexts(ConversationFixture.OPERATORS).stream()
                        .filter(text -> text.toString().contains("came back"))
                        .count());
        answered("Not sent");
        pass(PATIENCE.toSeconds());
        assertEquals(1, server.sent.size());
    }

    /** Reports of mail servers have the form to which the e-mail was sent. */
    @Test
    void anEmailThatComesBackIsReportedInTheAsciiFormOfItsAddress() {
        SharedDatabase.sql("update users set email = 'anna@почта.рф' where id = ?", anna);
        answered("Here");
        pass(PATIENCE.toSeconds());
        assertEquals(1, desk.beans.returned(() -> mails.markReturned("anna@xn--80a1acny.xn--p1ai")));
        assertEquals(0, desk.beans.returned(() -> mails.markReturned("anna@xn--p1ai")));
    }

    @Test
    void aRefusalThatIsNotAboutTheAddressIsNotReported() {
        server.failure = new SendFailedException("554 5.7.1 relay access denied");
        answered("Here");
        pass(PATIENCE.toSeconds());
        assertEquals(0, reports());
        pass(10);
        assertEquals(2, server.attempts);
    }

    @Test
    void whatHasBeenDueForADayOrIsFromBeforeMailsWereSwitchedOnLeadsToNone() {
        answered("Before");
        desk.beans.inTransaction(mails::forgetSince);
        desk.clock.pass(Duration.ofSeconds(1));
        send();
        pass(PATIENCE.toSeconds());
        assertEquals(List.of(), server.sent);
        answered("Old");
        pass(PATIENCE.plusDays(1).plusSeconds(1).toSeconds());
        assertEquals(List.of(), server.sent);
    }

    @Test
    void aWaitOfADayStillLeadsToAMail() {
        desk.close();
        desk = new ConversationFixture("SUPPORT_MAIL_AFTER_MINUTES", "1440");
        switchOn();
        answered("Here");
        desk.clock.pass(Duration.ofDays(1).minusSeconds(1));
        send();
        assertEquals(List.of(), server.sent);
        pass(2);
        assertEquals(1, server.sent.size());
    }

    private long reports() {
        return desk.outboxTexts(ConversationFixture.OPERATORS).stream()
                .filter(text -> text.toString().contains("has refused their email address"))
                .count();
    }

    private List<Map<String, Object>> receipts() {
        return SharedDatabase.sql(
                "select text, reply_to_message_id from deliveries where purpose = 'RECEIPT' order by id");
    }

    private SupportMessage answered(String text) {
        return ((AnswerOutcome.Stored) desk.answer(desk.ask(anna, "Where?"), text)).answer();
    }

    private OutgoingMail sent() {
        return server.sent.get(server.sent.size() - 1);
    }

    private void pass(long seconds) {
        desk.clock.pass(Duration.ofSeconds(seconds));
        send();
    }

    private void send() {
        desk.beans.inTransaction(sender::sendDue);
    }

    /** What was shown is stored by the sender. */
    private static ManagedExecutorService later() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                AnswerMailsTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> null);
    }

    /** Keeps what was sent, or fails. */
    private static final class MailServerDouble extends Mailer {
        private final List<OutgoingMail> sent = new ArrayList<>();
        private MessagingException failure;
        private int attempts;

        @Override
        public boolean isSet() {
            return true;
        }

        @Override
        public void send(OutgoingMail mail) throws MessagingException {
            attempts++;
            if (failure != null) {
                throw failure;
            }
            sent.add(mail);
        }
    }
}
