package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ails the Bot API, every message arrives, in order, and one stuck chat holds up no other. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class TelegramOutageIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final ReplyAssertions answers = new ReplyAssertions(desk, operator);

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    static Stream<Fault> withoutEffect() {
        return Stream.of(
                Fault.tooManyRequests(1),
                Fault.serverError(500),
                Fault.serverError(503),
                Fault.badGateway(),
                Fault.droppedBefore(),
                Fault.slow(Duration.ofMillis(700)));
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void aFaultWithoutEffectCostsTimeOnly(Fault fault) {
        var anna = Customer.linked(desk, "Anna");
        int before = anna.received().size();
        answers.strike(fault.times(2), anna);
        answers.three(anna);
        assertEquals(
                List.of("answer 1", "answer 2", "answer 3"),
                ReplyAssertions.words(anna.receivedAfter(before, "answer 3")));
        answers.assertAskedExactly(fault.kind() == Fault.Kind.SLOW ? 3 : 5, anna);
    }

    @Test
    void aReplyToEitherCopyFindsTheConversation() {
        var clara = Customer.linked(desk, "Clara");
        var question = Customer.words("Two copies of me");
        desk.telegram()
                .faults()
                .add(Fault.droppedAfter()
                        .method("sendMessage")
                        .chat(operator.hands().chatId())
                        .times(1));
        clara.asks(question);
        Await.until("both copies", () -> operator.seen(question).size() == 2);
        var copies = operator.seen(question);
        operator.reply(copies.get(0), "to the first copy");
        operator.reply(copies.get(1), "to the second copy");
        clara.receives("to the second copy");
        assertEquals(List.of(question, "to the first copy", "to the second copy"), clara.threadTexts());
        assertEquals(1, clara.received("to the first copy"));
    }

    @Test
    void theWaitThatTelegramAsksForIsKept() {
        var dora = Customer.linked(desk, "Dora");
        answers.strike(Fault.tooManyRequests(3).times(1), dora);
        answers.three(dora);
        dora.receives("answer 3");
        var sent = answers.assertAskedExactly(4, dora);
        var pause = Duration.between(sent.get(0).at(), sent.get(1).at());
        assertTrue(pause.toMillis() >= 3_000, "asked again after " + pause);
        assertTrue(pause.toMillis() < 30_000, "asked again only after " + pause);
    }

    @Test
    void aChatThatHangsDoesNotSlowAnother() {
        var stuck = Customer.linked(desk, "Stuck");
        var free = Customer.linked(desk, "Free");
        int before = stuck.received().size();
        answers.strike(Fault.hanging().times(1), stuck);
        var first = Customer.words("I hang");
        stuck.asks(first);
        operator.reply(operator.sees(first), "answer that hangs");
        Await.until("the call that hangs", () -> !answers.sentTo(stuck).isEmpty());
        operator.reply(operator.sees(first), "answer behind it");

        var second = Customer.words("I do not");
        free.asks(second);
        operator.reply(operator.sees(second), "quick answer");
        free.receives("quick answer");
        assertEquals(before, stuck.received().size(), "the other one still hangs");
        assertEquals(
                List.of("answer that hangs", "answer behind it"),
                ReplyAssertions.words(stuck.receivedAfter(before, "answer behind it")));
        answers.assertAskedExactly(3, stuck);
    }

    @Test
    void aChatThatHasToWaitDoesNotSlowAnother() {
        var waiting = Customer.linked(desk, "Waiting");
        var free = Customer.linked(desk, "Free");
        answers.strike(Fault.tooManyRequests(600).times(1), waiting);
        var first = Customer.words("I wait");
        waiting.asks(first);
        operator.reply(operator.sees(first), "in ten minutes");
        Await.until("the call that is refused", () -> !answers.sentTo(waiting).isEmpty());
        var second = Customer.words("I do not wait");
        free.asks(second);
        operator.reply(operator.sees(second), "at once");
        free.receives("at once");
        assertEquals(0, waiting.received("in ten minutes"));
        answers.assertAskedExactly(1, waiting);
        assertEquals(List.of(first, "in ten minutes"), waiting.threadTexts());
    }

    @Test
    void anOutageOfAllKeepsEverythingInOrder() {
        var users = IntStream.range(0, 3)
                .mapToObj(i -> Customer.linked(desk, "User " + i))
                .toList();
        var mark = Customer.words("outage");
        desk.telegram().faults().add(Fault.badGateway());
        for (int round = 1; round <= 4; round++) {
            for (var user : users) {
                user.asks(mark + " round " + round + " of " + user.chatId());
            }
        }
        users.forEach(user -> assertEquals(4, user.thread().size()));
        assertEquals(List.of(), operator.seen(mark));
        desk.telegram().faults().clear();
        Await.until("all twelve", () -> operator.seen(mark).size() >= 12);
        var expected = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(round -> users.stream().map(user -> mark + " round " + round + " of " + user.chatId()))
                .toList();
        assertEquals(
                expected, operator.seen(mark).stream().map(Operator::quoteIn).toList());
    }

    @Test
    void aRefusedTokenStopsDeliveryForATimeAndIsLogged() {
        var eve = Customer.linked(desk, "Eve");
        long refusedBefore = desk.telegram().faults().count(Fault.Kind.UNAUTHORIZED);
        desk.telegram().faults().add(Fault.unauthorized());
        var question = Customer.words("Token refused");
        eve.asks(question);
        Await.until("two refusals", () -> desk.telegram().faults().count(Fault.Kind.UNAUTHORIZED) >= refusedBefore + 2);
        assertEquals(List.of(question), eve.threadTexts());
        assertEquals(List.of(), operator.seen(question));
        assertTrue(desk.server().log().contains("Telegram refuses TELEGRAM_SUPPORT_BOT_TOKEN"));
        desk.telegram().faults().clear();
        operator.sees(question);
        operator.sees("accepts the bot’s token again");
        assertEquals(1, operator.seen(question).size());
    }

    @Test
    void aLongAnswerIsNotBegunAnewWhenAPartFails() {
        var fred = Customer.linked(desk, "Fred");
        var question = Customer.words("A long answer, please");
        fred.asks(question);
        int before = fred.received().size();
        var notice = operator.sees(question);
        answers.strike(Fault.slow(Duration.ofMillis(1)).times(1), fred);
        answers.strike(Fault.serverError(500).times(2), fred);
        var end = "the very end";
        operator.reply(notice, "🪁".repeat(4000) + end);
        var parts = fred.receivedAfter(before, end);
        assertEquals(3, parts.size(), "each part once");
        assertEquals(parts.size(), parts.stream().distinct().count());
    }
}
