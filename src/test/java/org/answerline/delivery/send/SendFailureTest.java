package org.answerline.delivery.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendFailureTest {

    private static final Duration WAIT = Duration.ofSeconds(7);
    private static final BotApiException TOO_MANY = BotApiFaults.tooManyRequests(WAIT);
    private static final BotApiException MOVED = BotApiFaults.chatMoved(-100L);
    private static final BotApiException UNREACHABLE = BotApiFaults.chatUnreachable("blocked");
    private static final BotApiException REFUSED = BotApiFaults.refused("too long");
    private static final BotApiException UNLISTED = BotApiFaults.unlisted("new words");
    private static final BotApiException TOKEN = BotApiFaults.tokenRefused("Unauthorized");
    private static final BotApiException NOT_REACHED = BotApiFaults.notReached("refused");
    private static final BotApiException UNKNOWN = BotApiFaults.outcomeUnknown("timeout");

    @ParameterizedTest
    @EnumSource(names = {"NOTICE", "ANSWER", "WORD"})
    void eachErrorOfAMessageHasItsResult(MessageKind kind) {
        Map.of(
                        TOO_MANY, new SendResult.RetryAfter(WAIT),
                        MOVED, new SendResult.ChatMoved(-100),
                        UNREACHABLE, new SendResult.ChatClosed("blocked"),
                        REFUSED, new SendResult.Refused("too long"),
                        UNLISTED, new SendResult.Unlisted("new words"),
                        TOKEN, new SendResult.TokenRefused("Unauthorized"),
                        NOT_REACHED, new SendResult.Unavailable(),
                        UNKNOWN, new SendResult.OutcomeUnknown("timeout", false))
                .forEach((fault, result) -> {
                    assertEquals(result, SendFailure.resultOf(kind, fault));
                    assertFalse(SendFailure.isFinal(result), result::toString);
                });
    }

    @Test
    void anEditThatChangesNothingIsDone() {
        BotApiException unchanged = BotApiFaults.refused(
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
        assertEquals(new SendResult.Reacted(), SendFailure.resultOf(MessageKind.EDIT, unchanged));
        assertTrue(SendFailure.isFinal(new SendResult.Reacted()));
        BotApiException gone = BotApiFaults.refused("Bad Request: message to edit not found");
        assertEquals(new SendResult.GivenUp(gone.getMessage()), SendFailure.resultOf(MessageKind.EDIT, gone));
    }

    @Test
    void anIconIsTriedOnce() {
        for (BotApiException fault : List.of(UNREACHABLE, REFUSED, UNLISTED, UNKNOWN)) {
            assertEquals(
                    new SendResult.GivenUp(fault.getMessage()), SendFailure.resultOf(MessageKind.TOPIC_ICON, fault));
        }
        BotApiException unchanged = BotApiFaults.refused("Bad Request: TOPIC_NOT_MODIFIED");
        assertEquals(new SendResult.Reacted(), SendFailure.resultOf(MessageKind.TOPIC_ICON, unchanged));
        BotApiException gone = BotApiFaults.chatUnreachable("Bad Request: TOPIC_ID_INVALID");
        assertEquals(new SendResult.Reacted(), SendFailure.resultOf(MessageKind.TOPIC_ICON, gone));
        assertEquals(new SendResult.RetryAfter(WAIT), SendFailure.resultOf(MessageKind.TOPIC_ICON, TOO_MANY));
    }

    @Test
    void messagesDoNotWaitUntilTelegramCreatesTopicsAgain() {
        var word = new Delivery(OutboxMessage.word(-100, "Hello"), 1, Instant.EPOCH, null);
        SendBatch batch = SendBatch.of(word);
        assertEquals(new SendResult.RetryAfter(WAIT), SendFailure.resultOf(batch, TOO_MANY));
        assertEquals(
                new SendResult.TopicRefused(TOO_MANY.getMessage()),
                SendFailure.resultOf(batch.at(new TopicPlace.Missing("Anna")), TOO_MANY));
    }

    @Test
    void aReactionIsTriedOnceUnlessTelegramAsksToWait() {
        assertEquals(new SendResult.RetryAfter(WAIT), SendFailure.resultOf(MessageKind.RECEIPT, TOO_MANY));
        for (var fault : new BotApiException[] {MOVED, UNREACHABLE, REFUSED, UNLISTED, TOKEN, NOT_REACHED, UNKNOWN}) {
            var result = SendFailure.resultOf(MessageKind.RECEIPT, fault);
            assertEquals(new SendResult.GivenUp(fault.getMessage()), result);
            assertTrue(SendFailure.isFinal(result));
        }
    }

    @Test
    void messagesThatTelegramRefusesToDeleteStayThere() {
        for (var fault : new BotApiException[] {MOVED, UNREACHABLE, REFUSED, UNLISTED}) {
            var result = SendFailure.resultOf(MessageKind.ERASURE, fault);
            assertEquals(new SendResult.Deleted(Optional.of(fault.getMessage())), result);
            assertTrue(SendFailure.isFinal(result));
        }
    }

    @Test
    void aDeletionIsRepeatedAfterAnErrorThatPasses() {
        assertEquals(new SendResult.RetryAfter(WAIT), SendFailure.resultOf(MessageKind.ERASURE, TOO_MANY));
        assertEquals(new SendResult.TokenRefused("Unauthorized"), SendFailure.resultOf(MessageKind.ERASURE, TOKEN));
        assertEquals(new SendResult.Unavailable(), SendFailure.resultOf(MessageKind.ERASURE, NOT_REACHED));
        assertEquals(
                new SendResult.OutcomeUnknown("timeout", false), SendFailure.resultOf(MessageKind.ERASURE, UNKNOWN));
    }

    @Test
    void onlyWhatWasSentHasMessageIds() {
        assertEquals(List.of(5L), new SendResult.Sent(List.of(5L)).messageIds());
        assertEquals(List.of(), new SendResult.Reacted().messageIds());
    }
}
