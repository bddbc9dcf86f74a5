package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerline.delivery.message.CopiedMessage;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.DeliveryFaults;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.schedule.PausedChats;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each result of sending makes of a delivery, of the queue of its chat and of the alarms. */
@UsesSharedDatabase
class RecordTest {

    private static final long USER_CHAT = 7;
    private static final SendResult OWN_FAULT = new SendResult.OutcomeUnknown("timeout", true);

    private final OutboxFixture outbox = new OutboxFixture();
    private final long user = outbox.user("a");

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void sentEndsTheDeliveryAndReleasesTheQueue() {
        long message = outbox.message(user);
        long delivery = outbox.put(OutboxMessage.notice(OPERATORS, message, parts("a"), Duration.ZERO))
                .get(0);
        outbox.fail(new SendResult.Unavailable(), 1);
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(77L)));
        var row = outbox.delivery(delivery);
        assertEquals("SENT", row.get("state"));
        assertEquals("77", row.get("telegram_message_ids"));
        assertEquals(77L, row.get("telegram_message_id"));
        assertFree(OPERATORS, 0);
        assertEquals(
                new DeliveryEvent.Sent(MessageKind.NOTICE, 42, OPERATORS, List.of(77L), 0, message, true, true),
                outbox.beans.event(DeliveryEvent.Sent.class));
    }

    @Test
    void aMessageHasArrivedWithItsLastPart() {
        outbox.put(OutboxMessage.notice(OPERATORS, outbox.message(user), parts("a", "b"), Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(2L)));
        var events = outbox.beans.events().stream()
                .filter(DeliveryEvent.Sent.class::isInstance)
                .map(DeliveryEvent.Sent.class::cast)
                .toList();
        assertEquals(
                List.of(true, false),
                events.stream().map(DeliveryEvent.Sent::first).toList());
        assertEquals(
                List.of(false, true),
                events.stream().map(DeliveryEvent.Sent::last).toList());
    }

    @Test
    void aCopyThatIsRefusedLeavesTheTextBeforeItDelivered() {
        long message = outbox.message(user);
        var text = OutboxPart.of(TelegramText.plain("Location: 1, 2"));
        var copy = OutboxPart.copy(new CopiedMessage(9, 5));
        var ids = outbox.put(OutboxMessage.answer(USER_CHAT, message, List.of(text, copy), null, Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
        var batch = outbox.claimOne();
        assertEquals(
                Optional.of(new CopiedMessage(9, 5)), batch.first().content().copied());
        outbox.record(batch, new SendResult.Refused("message can't be copied"));
        assertEquals("SENT", outbox.state(ids.get(0)));
        assertEquals("GAVE_UP", outbox.state(ids.get(1)));
        assertEquals(
                new DeliveryEvent.CopyRefused(MessageKind.ANSWER, message, "message can't be copied"),
                outbox.beans.event(DeliveryEvent.CopyRefused.class));
        assertFree(USER_CHAT, 0);
    }

    @Test
    void aCopyWhoseOriginalIsInAChatThatMovedOrIsGoneMovesAndClosesNothing() {
        for (SendResult result :
                List.of(new SendResult.ChatMoved(-100L), new SendResult.ChatClosed("chat not found"))) {
            var copy = OutboxPart.copy(new CopiedMessage(-9, 5));
            outbox.put(OutboxMessage.answer(
                    USER_CHAT, outbox.message(user), List.of(parts("a").get(0), copy), null, Duration.ZERO));
            outbox.passWaits();
            outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
            outbox.passWaits();
            outbox.record(outbox.claimOne(), result);
        }
        assertEquals(2, outbox.beans.events(DeliveryEvent.CopyRefused.class).size());
        assertEquals(0, outbox.beans.events(DeliveryEvent.ChatMoved.class).size());
        assertEquals(List.of(), outbox.alarms());
    }

    @Test
    void aCopyThatStaysUnclearDoesNotHoldUpItsChat() {
        long message = outbox.message(user);
        var copy = OutboxPart.copy(new CopiedMessage(9, 5));
        outbox.put(OutboxMessage.notice(OPERATORS, message, List.of(parts("a").get(0), copy), Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
        outbox.fail(new SendResult.Unlisted("new words"), DeliveryFaults.FEW);
        outbox.beans.event(DeliveryEvent.CopyRefused.class);
        outbox.put(OutboxMessage.notice(
                OPERATORS, outbox.message(user), List.of(parts("a").get(0), copy), Duration.ZERO));
        outbox.passWaits();
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(2L)));
        outbox.fail(OWN_FAULT, DeliveryFaults.FEW);
        assertEquals(2, outbox.beans.events(DeliveryEvent.CopyRefused.class).size());
    }

    @Test
    void noticesThatWereSentTogetherHaveTheirPlaceInTheText() {
        var ids = notices(10);
        var batch = outbox.claimOne();
        outbox.record(batch, new SendResult.Sent(List.of(5L)));
        ids.forEach(id -> assertEquals("5", outbox.delivery(id).get("telegram_message_ids")));
        var offsets = outbox.beans.events().stream()
                .filter(DeliveryEvent.Sent.class::isInstance)
                .map(event -> ((DeliveryEvent.Sent) event).offset())
                .toList();
        assertEquals(batch.offsets(), offsets);
        assertEquals("question 0", batch.content().text().substring(offsets.get(0), offsets.get(0) + 10));
    }

    @Test
    void whatWasErasedWhileItWasSentIsDeletedInTelegram() {
        outbox.word(USER_CHAT, "a");
        var batch = outbox.claimOne();
        SharedDatabase.sql("delete from deliveries");
        outbox.record(batch, new SendResult.Sent(List.of(8L, 9L)));
        assertEquals(
                List.of(Map.of("purpose", "ERASURE", "text", "8,9")),
                SharedDatabase.sql("select purpose, text from deliveries"));
    }

    @Test
    void aResultThatComesAfterAnotherWorkersChangesNothing() {
        long delivery = outbox.word(USER_CHAT, "a");
        var batch = outbox.claimOne();
        SharedDatabase.sql("update delivery_lanes set leased_until = now() - interval '1 second'");
        var again = outbox.claim("worker-2", 32).batches().get(0);
        outbox.record(again, new SendResult.Sent(List.of(1L)), "worker-2");
        outbox.record(batch, new SendResult.Sent(List.of(2L)));
        assertEquals("1", outbox.delivery(delivery).get("telegram_message_ids"));
        outbox.beans.event(DeliveryEvent.Sent.class);
    }

    @Test
    void aResultOfAWorkerThatLostItsLeaseDoesNotReleaseTheQueue() {
        outbox.word(USER_CHAT, "a");
        outbox.word(USER_CHAT, "b");
        var batch = outbox.claimOne();
        SharedDatabase.sql("update delivery_lanes set leased_until = now() - interval '1 second'");
        outbox.claim("worker-2", 32);
        outbox.record(batch, new SendResult.Unavailable());
        assertEquals("worker-2", outbox.queue(USER_CHAT).get("carrier"));
    }

    @Test
    void aMessageThatArrivesEndsTheAlarms() {
        outbox.word(OPERATORS, "a");
        outbox.record(outbox.claimOne(), new SendResult.TokenRefused("Unauthorized"));
        assertEquals(List.of(Map.of("chat_id", 0L, "reason", "Unauthorized")), outbox.alarms());
        assertFree(OPERATORS, 0);
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
        assertEquals(List.of(), outbox.alarms());
        outbox.beans.event(DeliveryEvent.TokenAccepted.class);
    }

    @Test
    void aReactionEndsWithoutAnEvent() {
        long reaction = outbox.put(OutboxMessage.receipt(OPERATORS, 5, "👌")).get(0);
        outbox.record(outbox.claimOne(), new SendResult.Reacted());
        assertEquals("SENT", outbox.state(reaction));
        assertEquals(List.of(), deliveryEvents());
        assertFree(OPERATORS, 0);
    }

    @Test
    void aReactionThatIsRefusedIsGivenUp() {
        long reaction = outbox.put(OutboxMessage.receipt(OPERATORS, 5, "👌")).get(0);
        outbox.record(outbox.claimOne(), new SendResult.GivenUp("no such message"));
        assertEquals("GAVE_UP", outbox.state(reaction));
        assertEquals("no such message", outbox.delivery(reaction).get("failure"));
        assertFree(OPERATORS, 0);
    }

    @Test
    void nothingIsLeftOfADeletion() {
        outbox.put(OutboxMessage.erasure(USER_CHAT, List.of(1L, 2L)));
        outbox.record(outbox.claimOne(), new SendResult.Deleted(Optional.empty()));
        assertEquals(0, outbox.number("select count(*) from deliveries"));
        assertEquals(0, outbox.number("select count(*) from delivery_lanes"));
        assertEquals(List.of(), deliveryEvents());
    }

    @Test
    void aDeletionThatTelegramRefusesIsReported() {
        outbox.put(OutboxMessage.erasure(USER_CHAT, List.of(1L)));
        outbox.record(outbox.claimOne(), new SendResult.Deleted(Optional.of("too old")));
        assertEquals(0, outbox.number("select count(*) from deliveries"));
        assertEquals(List.of(new DeliveryEvent.NotErased(USER_CHAT, "too old")), deliveryEvents());
    }

    @Test
    void retryAfterWaitsAsLongAsTelegramAsks() {
        long delivery = outbox.word(USER_CHAT, "a");
        outbox.record(outbox.claimOne(), new SendResult.RetryAfter(Duration.ofSeconds(35)));
        assertEquals("WAITING", outbox.state(delivery));
        assertWait(USER_CHAT, 35);
        assertEquals(1, outbox.failures(USER_CHAT));
        assertTrue(outbox.beans.get(PausedChats.class).isPaused(USER_CHAT));
    }

    @Test
    void everythingThatWaitsGoesToTheNewChat() {
        long user1 = outbox.user("b");
        outbox.put(OutboxMessage.receipt(OPERATORS, 5, "👌"));
        outbox.put(OutboxMessage.erasure(OPERATORS, List.of(1L)));
        long reply = outbox.put(OutboxMessage.wordOn(OPERATORS, 5L, "hint")).get(0);
        long notice = outbox.notice(user1, "question");
        outbox.record(outbox.claimOne(), new SendResult.ChatMoved(-1007));
        assertEquals(-1007L, outbox.delivery(notice).get("chat_id"));
        assertEquals(-1007L, outbox.delivery(reply).get("chat_id"));
        assertNull(outbox.delivery(reply).get("reply_to_message_id"));
        assertEquals(
                List.of("ERASURE"),
                SharedDatabase.sql("select purpose from deliveries where chat_id = ?", OPERATORS).stream()
                        .map(row -> row.get("purpose"))
                        .toList());
        assertEquals(0, outbox.number("select count(*) from deliveries where purpose = 'RECEIPT'"));
        assertEquals(List.of(new DeliveryEvent.ChatMoved(OPERATORS, -1007)), deliveryEvents());
    }

    @Test
    void aQuestionThatStillWentToTheOldChatArrivesBeforeThoseThatFollowInTheNewOne() {
        long first = outbox.notice(user, "first");
        outbox.record(outbox.claimOne(), new SendResult.ChatMoved(-1007));
        long second = outbox.notice(user, "second");
        var words = OutboxMessage.notice(-1007, outbox.message(user), parts("third"), Duration.ZERO);
        long third = outbox.put(words).get(0);
        outbox.record(outbox.claimOne(), new SendResult.ChatMoved(-1007));
        assertEquals(List.of(), outbox.claimedIds());
        for (long delivery : List.of(first, second, third)) {
            outbox.passWaits();
            var batch = outbox.claimOne();
            assertEquals(List.of(delivery), batch.ids());
            outbox.record(batch, new SendResult.Sent(List.of(1L)));
        }
    }

    @Test
    void anEditThatWaitsWhenItsChatMovesIsRefusedThereSoThatItsTextIsSentAnew() {
        long question = outbox.message(user);
        var edit = OutboxMessage.edit(question, OPERATORS, 77, OutboxPart.of(TelegramText.plain("new text")));
        long waiting = outbox.put(edit).get(0);
        outbox.beans.inTransaction(() -> outbox.beans.get(ChatRedirect.class).upgraded(OPERATORS, -1007));
        assertEquals(OPERATORS, outbox.delivery(waiting).get("chat_id"));
        assertEquals(77L, outbox.delivery(waiting).get("reply_to_message_id"));
        outbox.record(outbox.claimOne(), new SendResult.GivenUp("group chat was upgraded to a supergroup chat"));
        assertEquals("GAVE_UP", outbox.state(waiting));
        assertEquals(1, outbox.beans.events(DeliveryEvent.EditRefused.class).size());
    }

    @Test
    void aQuestionWaitsWithAnAlarmWhileTheOperatorsChatIsClosed() {
        long notice = outbox.notice(user, "question");
        outbox.record(outbox.claimOne(), new SendResult.ChatClosed("kicked"));
        assertEquals("WAITING", outbox.state(notice));
        assertEquals(List.of(Map.of("chat_id", OPERATORS, "reason", "kicked")), outbox.alarms());
        assertEquals(1, outbox.failures(OPERATORS));
    }

    @Test
    void anAnswerIsGivenUpWithAllItsPartsWhenTheUserBlockedTheBot() {
        long answer = outbox.message(user);
        var parts = outbox.put(OutboxMessage.answer(USER_CHAT, answer, parts("a", "b"), null, Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.ChatClosed("blocked"));
        parts.forEach(part -> assertEquals("GAVE_UP", outbox.state(part)));
        assertEquals(
                List.of(new DeliveryEvent.GaveUp(MessageKind.ANSWER, USER_CHAT, answer, "blocked")), deliveryEvents());
        assertEquals(List.of(), outbox.alarms());
        assertFree(USER_CHAT, 0);
    }

    @Test
    void aRefusedTextIsTriedPlainAndThenGivenUp() {
        var bold = TelegramText.builder().bold("a").build();
        long answer = outbox.message(user);
        long delivery = outbox.put(
                        OutboxMessage.answer(USER_CHAT, answer, List.of(OutboxPart.of(bold)), 5L, Duration.ZERO))
                .get(0);
        outbox.record(outbox.claimOne(), new SendResult.Refused("entities"));
        var plain = outbox.claimOne();
        assertEquals(TelegramText.plain("a"), plain.content());
        assertNull(plain.message().replyToMessageId());
        outbox.record(plain, new SendResult.Refused("still"));
        assertEquals("GAVE_UP", outbox.state(delivery));
        assertEquals("still", outbox.delivery(delivery).get("failure"));
    }

    @Test
    void noticesThatAreRefusedTogetherAreSentOneByOne() {
        var ids = notices(10);
        outbox.record(outbox.claimOne(), new SendResult.Refused("too long"));
        ids.forEach(id -> assertEquals(true, outbox.delivery(id).get("alone")));
        assertEquals(ids.subList(0, 1), outbox.claimedIds());
    }

    @Test
    void filesThatAreRefusedTogetherAreSentOneByOneThenAsDocumentsThenGivenUp() {
        long message = outbox.message(user);
        var photos = List.of(outbox.file(message, 1, "PHOTO"), outbox.file(message, 2, "PHOTO"));
        long delivery = outbox.put(OutboxMessage.notice(
                        OPERATORS,
                        message,
                        List.of(new OutboxPart(TelegramText.plain("caption"), photos)),
                        Duration.ZERO))
                .get(0);
        var refused = new SendResult.Refused("wrong type");
        outbox.record(outbox.claimOne(), refused);
        var first = outbox.claimOne();
        assertEquals(photos.subList(0, 1), first.first().content().files());
        outbox.record(first, refused);
        assertEquals("DOCUMENT", form(photos.get(0)));
        outbox.record(outbox.claimOne(), refused);
        assertEquals(
                new DeliveryEvent.FileRefused(
                        MessageKind.NOTICE, message, photos.get(0), "wrong type", false, DeliveryEvent.End.NOT_YET),
                outbox.beans.event(DeliveryEvent.FileRefused.class));
        assertEquals(photos.get(1), outbox.delivery(delivery).get("files"));
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(3L)));
        assertEquals("SENT", outbox.state(delivery));
    }

    @Test
    void aResultThatIsRecordedTwiceRemovesOneFile() {
        for (SendResult result :
                List.of(new SendResult.Sent(List.of(3L)), new SendResult.ContentMissing("the file does not exist"))) {
            long message = outbox.message(user);
            var files = IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> outbox.file(message, number, "DOCUMENT"))
                    .toList();
            long delivery = outbox.put(OutboxMessage.notice(
                            OPERATORS, message, List.of(new OutboxPart(TelegramText.plain(""), files)), Duration.ZERO))
                    .get(0);
            outbox.record(outbox.claimOne(), new SendResult.Refused("not as an album"));
            var first = outbox.claimOne();
            outbox.record(first, result);
            outbox.record(first, result);
            assertEquals(
                    String.join(",", files.subList(1, 3)),
                    outbox.delivery(delivery).get("files"));
            SharedDatabase.sql("delete from deliveries where id = ?", delivery);
        }
    }

    @Test
    void theLastFileThatIsRefusedEndsAMessageWithoutText() {
        long message = outbox.message(user);
        var file = outbox.file(message, 1, "DOCUMENT");
        long delivery = outbox.put(OutboxMessage.notice(
                        OPERATORS,
                        message,
                        List.of(new OutboxPart(TelegramText.plain("#1"), List.of(file), true)),
                        Duration.ZERO))
                .get(0);
        outbox.record(outbox.claimOne(), new SendResult.ContentMissing("gone"));
        assertEquals("GAVE_UP", outbox.state(delivery));
        assertEquals(
                DeliveryEvent.End.NOTHING_ARRIVED,
                outbox.beans.event(DeliveryEvent.FileRefused.class).end());
    }

    @Test
    void theTextOfARefusedFileIsSentWithoutIt() {
        long message = outbox.message(user);
        var file = outbox.file(message, 1, "DOCUMENT");
        outbox.put(OutboxMessage.notice(
                OPERATORS,
                message,
                List.of(new OutboxPart(TelegramText.plain("words"), List.of(file))),
                Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.ContentMissing("gone"));
        var batch = outbox.claimOne();
        assertTrue(!batch.first().hasFiles());
        assertEquals("words", batch.content().text());
    }

    @Test
    void aPhotoIsTriedAsADocumentWhenItsContentIsMissing() {
        long message = outbox.message(user);
        var file = outbox.file(message, 1, "PHOTO");
        outbox.put(OutboxMessage.notice(
                OPERATORS, message, List.of(new OutboxPart(TelegramText.plain("w"), List.of(file))), Duration.ZERO));
        outbox.record(outbox.claimOne(), new SendResult.ContentMissing("gone"));
        assertEquals("DOCUMENT", form(file));
        assertFree(OPERATORS, 0);
    }

    @Test
    void anUnreadableContentWaitsWithAnAlarm() {
        long notice = outbox.notice(user, "a");
        outbox.record(outbox.claimOne(), new SendResult.ContentUnreadable("disk full"));
        assertEquals("WAITING", outbox.state(notice));
        assertEquals(List.of(Map.of("chat_id", OPERATORS, "reason", "disk full")), outbox.alarms());
        assertEquals(1, outbox.failures(OPERATORS));
    }

    @Test
    void anUnlistedRefusalIsRepeatedAndGivenUpAfterMany() {
        long answer = outbox.put(OutboxMessage.answer(USER_CHAT, outbox.message(user), parts("a"), null, Duration.ZERO))
                .get(0);
        outbox.fail(new SendResult.Unlisted("new words"), DeliveryFaults.MANY - 1);
        assertEquals("WAITING", outbox.state(answer));
        assertEquals(DeliveryFaults.MANY - 1, outbox.failures(USER_CHAT));
        outbox.fail(new SendResult.Unlisted("new words"), 1);
        assertEquals("GAVE_UP", outbox.state(answer));
        assertEquals(List.of(), outbox.alarms());
    }

    @Test
    void anUnlistedRefusalOfAQuestionIsRepeatedForEverWithAnAlarm() {
        long notice = outbox.notice(user, "a");
        outbox.fail(new SendResult.Unlisted("new words"), DeliveryFaults.MANY + 2);
        assertEquals("WAITING", outbox.state(notice));
        assertEquals(List.of(Map.of("chat_id", OPERATORS, "reason", "new words")), outbox.alarms());
    }

    @Test
    void filesAreSentInAnotherFormAfterAFewUnlistedRefusals() {
        long message = outbox.message(user);
        var file = outbox.file(message, 1, "PHOTO");
        outbox.put(OutboxMessage.notice(
                OPERATORS, message, List.of(new OutboxPart(TelegramText.plain("w"), List.of(file))), Duration.ZERO));
        outbox.fail(new SendResult.Unlisted("new words"), DeliveryFaults.FEW - 1);
        assertEquals("PHOTO", form(file));
        outbox.fail(new SendResult.Unlisted("new words"), 1);
        assertEquals("DOCUMENT", form(file));
    }

    @Test
    void unavailableReleasesTheQueueAsItWas() {
        long delivery = outbox.word(USER_CHAT, "a");
        outbox.fail(new SendResult.RetryAfter(Duration.ofSeconds(1)), 1);
        outbox.fail(new SendResult.Unavailable(), 1);
        assertEquals("WAITING", outbox.state(delivery));
        assertFree(USER_CHAT, 1);
    }

    @Test
    void anUnknownOutcomeIsRepeatedWithAGrowingWait() {
        long delivery = outbox.word(USER_CHAT, "a");
        outbox.fail(OWN_FAULT, 1);
        assertTrue(outbox.secondsUntilDue(USER_CHAT) <= 0.5);
        outbox.fail(OWN_FAULT, 5);
        assertEquals("WAITING", outbox.state(delivery));
        assertTrue(outbox.secondsUntilDue(USER_CHAT) > 7, () -> "" + outbox.secondsUntilDue(USER_CHAT));
        assertEquals(6, outbox.delivery(delivery).get("unknown_outcomes"));
    }

    @Test
    void anOutageOfTelegramDoesNotCountAgainstAMessage() {
        long delivery = outbox.word(USER_CHAT, "a");
        outbox.fail(new SendResult.OutcomeUnknown("timeout", false), DeliveryFaults.FEW);
        assertEquals(0, outbox.delivery(delivery).get("unknown_outcomes"));
        outbox.fail(new SendResult.OutcomeUnknown("timeout", false), DeliveryFaults.MANY);
        assertEquals("WAITING", outbox.state(delivery));
    }

    @Test
    void aTextForAUserWhoseOutcomeStaysUnknownIsGivenUp() {
        long delivery = outbox.word(USER_CHAT, "a");
        outbox.fail(OWN_FAULT, DeliveryFaults.MANY);
        assertEquals("GAVE_UP", outbox.state(delivery));
    }

    @Test
    void aQuestionWhoseOutcomeStaysUnknownIsRepeatedOnceAMinuteWithAnAlarm() {
        long notice = outbox.notice(user, "a");
        outbox.fail(OWN_FAULT, DeliveryFaults.MANY);
        assertEquals("WAITING", outbox.state(notice));
        assertWait(OPERATORS, 60);
        assertEquals(List.of(Map.of("chat_id", OPERATORS, "reason", "timeout")), outbox.alarms());
    }

    @Test
    void filesWhoseOutcomeStaysUnknownAreSentOneByOneAndThenGivenUp() {
        long message = outbox.message(user);
        var files = List.of(outbox.file(message, 1, "PHOTO"), outbox.file(message, 2, "PHOTO"));
        outbox.put(OutboxMessage.notice(
                OPERATORS, message, List.of(new OutboxPart(TelegramText.plain("w"), files)), Duration.ZERO));
        outbox.fail(OWN_FAULT, DeliveryFaults.FEW);
        assertEquals(List.of(), deliveryEvents());
        outbox.fail(OWN_FAULT, DeliveryFaults.FEW);
        var refused = outbox.beans.event(DeliveryEvent.FileRefused.class);
        assertEquals(files.get(0), refused.attachmentId());
        assertTrue(refused.uncertain());
    }

    @Test
    void noticesWhoseOutcomeStaysUnknownTogetherAreSentOneByOne() {
        var ids = notices(10);
        outbox.fail(OWN_FAULT, DeliveryFaults.FEW);
        assertEquals(true, outbox.delivery(ids.get(9)).get("alone"));
        assertEquals(0, outbox.delivery(ids.get(0)).get("unknown_outcomes"));
    }

    @ParameterizedTest
    @ValueSource(longs = {USER_CHAT, OPERATORS})
    void aFaultOfTheProgramEndsAMessageAfterFiveAttempts(long chat) {
        long message = outbox.message(user);
        long delivery = outbox.put(OutboxMessage.notice(chat, message, parts("a"), Duration.ZERO))
                .get(0);
        var fault = new SendResult.ProgramFault(new IllegalStateException("a bug"));
        outbox.fail(fault, 4);
        assertEquals("WAITING", outbox.state(delivery));
        assertWait(chat, 5);
        outbox.fail(fault, 1);
        assertEquals("GAVE_UP", outbox.state(delivery));
        assertEquals(
                "fault in this program: IllegalStateException",
                outbox.delivery(delivery).get("failure"));
        assertEquals(
                List.of(Map.of("delivery", "FAILED")),
                SharedDatabase.sql("select delivery from support_messages where id = ?", message));
        assertEquals(chat == OPERATORS ? 1 : 0, outbox.alarms().size());
    }

    private List<Long> notices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> outbox.notice(outbox.user("u" + i), "question " + i))
                .toList();
    }

    private String form(String file) {
        return SharedDatabase.sql("select form from attachments where id = ?", file)
                .get(0)
                .get("form")
                .toString();
    }

    private List<Object> deliveryEvents() {
        return outbox.beans.events().stream()
                .filter(DeliveryEvent.class::isInstance)
                .toList();
    }

    private void assertFree(long chat, int failures) {
        assertNull(outbox.queue(chat).get("carrier"));
        assertEquals(failures, outbox.failures(chat));
        assertTrue(outbox.secondsUntilDue(chat) <= 0, () -> "" + outbox.secondsUntilDue(chat));
    }

    private void assertWait(long chat, double seconds) {
        double wait = outbox.secondsUntilDue(chat);
        assertTrue(wait > seconds - 5 && wait <= seconds, () -> wait + " seconds");
        assertNull(outbox.queue(chat).get("carrier"));
    }
}
