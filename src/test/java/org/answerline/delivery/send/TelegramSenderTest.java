package org.answerline.delivery.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiFaults;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.client.OutgoingMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each end of a call of the Bot API is a result, and the circuit breaker learns of those that concern other messages too. */
class TelegramSenderTest {

    private static final long CHAT = 7;
    private static final int MOST = 32;

    private final MovableClock clock = new MovableClock();
    private final Telegram telegram = new Telegram();
    private final Beans beans =
            new Beans().with(Clock.class, clock).with(BotApi.class, telegram).with(FileSender.class, null);
    private final TelegramCircuitBreaker breaker = beans.get(TelegramCircuitBreaker.class);
    private final TelegramSender sender = beans.get(TelegramSender.class);

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void aMessageThatIsTakenHasItsId() {
        assertEquals(new SendResult.Sent(List.of(99L)), sender.send(word()));
        assertEquals(List.of("send 7 hello"), telegram.calls);
    }

    @Test
    void aReactionIsSetOnItsMessage() {
        assertEquals(new SendResult.Reacted(), sender.send(batch(OutboxMessage.receipt(CHAT, 5, "👌"))));
        assertEquals(List.of("react 7 5 👌"), telegram.calls);
    }

    @Test
    void telegramThatIsNotReachedOpensTheCircuitForAll() {
        telegram.fault = BotApiFaults.notReached("refused");
        assertEquals(new SendResult.Unavailable(), sender.send(word()));
        assertEquals(0, breaker.allowance(MOST));
    }

    @Test
    void aRefusedTokenOpensTheCircuitForAll() {
        telegram.fault = BotApiFaults.tokenRefused("Unauthorized");
        assertEquals(new SendResult.TokenRefused("Unauthorized"), sender.send(word()));
        assertEquals(0, breaker.allowance(MOST));
    }

    @Test
    void whatConcernsOneMessageOrChatLeavesTheCircuitClosed() {
        for (var fault : List.of(
                BotApiFaults.refused("too long"),
                BotApiFaults.unlisted("new words"),
                BotApiFaults.chatMoved(-100L),
                BotApiFaults.chatUnreachable("blocked"),
                BotApiFaults.outcomeUnknown("timeout"))) {
            telegram.fault = fault;
            sender.send(word());
            assertEquals(MOST, breaker.allowance(MOST), fault::toString);
        }
    }

    @Test
    void aMessageThatIsTakenClosesTheCircuit() {
        telegram.fault = BotApiFaults.notReached("refused");
        sender.send(word());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(1, breaker.allowance(MOST));
        telegram.fault = null;
        sender.send(word());
        assertEquals(MOST, breaker.allowance(MOST));
    }

    @Test
    void aRefusedReactionIsGivenUp() {
        telegram.fault = BotApiFaults.refused("no such reaction");
        assertEquals(
                new SendResult.GivenUp("no such reaction"), sender.send(batch(OutboxMessage.receipt(CHAT, 5, "x"))));
        assertEquals(MOST, breaker.allowance(MOST));
    }

    @Test
    void telegramIsNotAskedWhetherItAnswersAfterTheFirstUnknownOutcome() {
        telegram.fault = BotApiFaults.outcomeUnknown("timeout");
        assertEquals(new SendResult.OutcomeUnknown("timeout", false), sender.send(word()));
        assertEquals(List.of("send 7 hello"), telegram.calls);
    }

    @Test
    void afterSeveralUnknownOutcomesItIsAskedWhetherTheyAreTheMessagesOwn() {
        telegram.fault = BotApiFaults.outcomeUnknown("timeout");
        var batch = word();
        batch.first().faults().countUnknownOutcome();
        batch.first().faults().countUnknownOutcome();
        assertEquals(new SendResult.OutcomeUnknown("timeout", true), sender.send(batch));
        assertEquals(List.of("send 7 hello", "getMe"), telegram.calls);
    }

    @Test
    void aDatabaseThatIsUnavailableIsNoFaultOfThisProgram() {
        telegram.broken = () -> new PersistenceException(new SQLException("connection refused", "08001"));
        assertEquals(new SendResult.Unavailable(), sender.send(word()));
        assertEquals(MOST, breaker.allowance(MOST), "Telegram was not at fault");
    }

    @Test
    void aFaultOfThisProgramIsAResultToo() {
        telegram.broken = () -> new IllegalStateException("a fault");
        var result = assertInstanceOf(SendResult.ProgramFault.class, sender.send(word()));
        assertEquals("a fault", result.fault().getMessage());
    }

    @Test
    void aDeletionHasNoIds() {
        var deletion = OutboxMessage.erasure(CHAT, List.of(11L, 12L));
        assertEquals(new SendResult.Deleted(Optional.empty()), sender.send(batch(deletion)));
        assertEquals(List.of("delete 7 [11, 12]"), telegram.calls);
    }

    private SendBatch word() {
        return batch(OutboxMessage.word(CHAT, "hello"));
    }

    private SendBatch batch(OutboxMessage message) {
        return SendBatch.of(new Delivery(message, 1, clock.instant(), null));
    }

    /** Answers as told. */
    private static final class Telegram extends BotApi {
        private final List<String> calls = new ArrayList<>();
        private BotApiException fault;
        private Supplier<RuntimeException> broken;

        @Override
        public long send(OutgoingMessage message) {
            called("send " + message.chatId() + " " + message.text());
            return 99;
        }

        @Override
        public void react(long chatId, long messageId, String emoji) {
            called("react " + chatId + " " + messageId + " " + emoji);
        }

        @Override
        public void delete(long chatId, List<Long> messageIds) {
            called("delete " + chatId + " " + messageIds);
        }

        @Override
        public boolean answers() {
            calls.add("getMe");
            return true;
        }

        private void called(String call) {
            calls.add(call);
            if (fault != null) {
                throw fault;
            }
            if (broken != null) {
                throw broken.get();
            }
        }
    }
}
