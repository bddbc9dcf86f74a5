package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ails the Bot API, every message arrives, in order, and no more often than the Bot API makes unavoidable. */
class TelegramDownLosesNothingIT {

    private final Desk desk = Desk.shared();
    private final Operator operator = new Operator(desk);

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

    static Stream<Fault> withLostAnswer() {
        return Stream.of(
                Fault.droppedAfter(),
                Fault.emptyBody(),
                Fault.cutJson(),
                Fault.badGateway().afterTheEffect(),
                Fault.serverError(500).afterTheEffect());
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void aFaultWithoutEffectCostsTimeOnly(Fault fault) {
        var anna = Customer.linked(desk, "Anna");
        int before = anna.received().size();
        strike(fault.times(2), anna);
        answerThreeTimes(anna);
        assertEquals(List.of("answer 1", "answer 2", "answer 3"), words(anna.receivedAfter(before, "answer 3")));
        assertAskedExactly(fault.kind() == Fault.Kind.SLOW ? 3 : 5, anna);
    }

    @ParameterizedTest
    @MethodSource("withLostAnswer")
    void aLostAnswerCostsAtMostOneCopy(Fault fault) {
        var boris = Customer.linked(desk, "Boris");
        int before = boris.received().size();
        strike(fault.times(1), boris);
        answerThreeTimes(boris);
        assertEquals(
                List.of("answer 1", "answer 1", "answer 2", "answer 3"),
                words(boris.receivedAfter(before, "answer 3")));
        assertAskedExactly(4, boris);
        assertEquals(4, boris.threadTexts().size());
    }

    @Test
    void andAReplyToEitherCopyFindsTheConversation() {
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
    void theRequestIsNotRepeatedBehindOurBack() {
        var david = Customer.linked(desk, "David");
        strike(Fault.droppedBefore().times(3), david);
        var question = Customer.words("No hidden repetition");
        david.asks(question);
        operator.reply(operator.sees(question), "the only answer");
        david.receives("the only answer");
        var sent = assertAskedExactly(4, david);
        for (int i = 1; i < sent.size(); i++) {
            var pause = Duration.between(sent.get(i - 1).at(), sent.get(i).at());
            assertTrue(pause.toMillis() >= 200, "repeated after " + pause);
        }
    }

    @Test
    void theWaitThatTelegramAsksForIsKept() {
        var dora = Customer.linked(desk, "Dora");
        strike(Fault.tooManyRequests(3).times(1), dora);
        answerThreeTimes(dora);
        dora.receives("answer 3");
        var sent = assertAskedExactly(4, dora);
        var pause = Duration.between(sent.get(0).at(), sent.get(1).at());
        assertTrue(pause.toMillis() >= 3_000, "asked again after " + pause);
        assertTrue(pause.toMillis() < 8_000, "asked again only after " + pause);
    }

    @Test
    void aChatThatHangsDoesNotSlowAnother() {
        var stuck = Customer.linked(desk, "Stuck");
        var free = Customer.linked(desk, "Free");
        int before = stuck.received().size();
        strike(Fault.hanging().times(1), stuck);
        var first = Customer.words("I hang");
        stuck.asks(first);
        operator.reply(operator.sees(first), "answer that hangs");
        Await.until("the call that hangs", () -> !answersSentTo(stuck).isEmpty());
        operator.reply(operator.sees(first), "answer behind it");

        var second = Customer.words("I do not");
        free.asks(second);
        operator.reply(operator.sees(second), "quick answer");
        free.receives("quick answer");
        assertEquals(before, stuck.received().size(), "the other one still hangs");
        assertEquals(
                List.of("answer that hangs", "answer behind it"),
                words(stuck.receivedAfter(before, "answer behind it")));
        assertAskedExactly(3, stuck);
    }

    @Test
    void aChatThatHasToWaitDoesNotSlowAnother() {
        var waiting = Customer.linked(desk, "Waiting");
        var free = Customer.linked(desk, "Free");
        strike(Fault.tooManyRequests(600).times(1), waiting);
        var first = Customer.words("I wait");
        waiting.asks(first);
        operator.reply(operator.sees(first), "in ten minutes");
        Await.until("the call that is refused", () -> !answersSentTo(waiting).isEmpty());
        var second = Customer.words("I do not wait");
        free.asks(second);
        operator.reply(operator.sees(second), "at once");
        free.receives("at once");
        assertEquals(0, waiting.received("in ten minutes"));
        assertAskedExactly(1, waiting);
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
    void aRefusedTokenStopsNothingForEverAndIsToldAloud() {
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
        operator.sees("takes the bot’s token again");
        assertEquals(1, operator.seen(question).size());
    }

    @Test
    void aLongAnswerIsNotBegunAnewWhenAPartFails() {
        var fred = Customer.linked(desk, "Fred");
        var question = Customer.words("A long answer, please");
        fred.asks(question);
        int before = fred.received().size();
        var notice = operator.sees(question);
        strike(Fault.slow(Duration.ofMillis(1)).times(1), fred);
        strike(Fault.serverError(500).times(2), fred);
        var end = "the very end";
        operator.reply(notice, "🪁".repeat(4000) + end);
        var parts = fred.receivedAfter(before, end);
        assertEquals(3, parts.size(), "each part once");
        assertEquals(parts.size(), parts.stream().distinct().count());
    }

    private void strike(Fault fault, Customer customer) {
        desk.telegram().faults().add(fault.method("sendMessage").chat(customer.chatId()));
    }

    private void answerThreeTimes(Customer customer) {
        var question = Customer.words("Three answers");
        customer.asks(question);
        var notice = operator.sees(question);
        for (int i = 1; i <= 3; i++) {
            operator.reply(notice, "answer " + i);
        }
    }

    private static List<String> words(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.replace("📩 Support reply:\n\n", ""))
                .toList();
    }

    /** The request log is written a moment after the effect is seen, so the last entry is waited for. */
    private List<BotRequest> assertAskedExactly(int times, Customer customer) {
        Await.until(times + " requests", () -> answersSentTo(customer).size() >= times);
        var sent = answersSentTo(customer);
        assertEquals(times, sent.size(), sent.toString());
        return sent;
    }

    private List<BotRequest> answersSentTo(Customer customer) {
        return desk.telegram().requests().stream()
                .filter(request -> request.chatId() == customer.chatId()
                        && request.parameters().getOrDefault("text", "").startsWith("📩"))
                .toList();
    }
}
