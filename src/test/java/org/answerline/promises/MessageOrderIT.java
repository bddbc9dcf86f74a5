package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A later message never overtakes an earlier one of its chat, whatever has to be tried again. */
@UsesDesk(SharedDesk.USUAL)
class MessageOrderIT {

    private static final int MESSAGES = 15;

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void questionsReachTheOperatorInOrderDespiteFaults() {
        var anna = Customer.of(desk, "Anna Orders");
        var mark = Customer.words("ordered");
        desk.telegram().faults().circuitBreaker(11, badWeather());
        IntStream.range(0, MESSAGES).forEach(i -> anna.asks(mark + " " + i + "."));
        operator.sees(mark + " " + (MESSAGES - 1) + ".");
        assertEquals(
                IntStream.range(0, MESSAGES).mapToObj(i -> mark + " " + i + ".").toList(),
                operator.seen(mark).stream().map(Operator::quoteIn).toList());
    }

    @Test
    void answersReachTheUserInOrderDespiteFaults() {
        var boris = Customer.linked(desk, "Boris Orders");
        var asked = Customer.words("asks for many");
        boris.asks(asked);
        var notice = operator.sees(asked);
        int before = boris.received().size();
        desk.telegram().faults().circuitBreaker(12, badWeather());
        IntStream.range(0, MESSAGES).forEach(i -> operator.reply(notice, "answer " + i + "."));
        List<String> received = boris.receivedAfter(before, "answer " + (MESSAGES - 1) + ".");
        assertEquals(
                IntStream.range(0, MESSAGES)
                        .mapToObj(i -> "📩 Support reply:\n\nanswer " + i + ".")
                        .toList(),
                received);
    }

    /** Faults before the effect only, so that nothing is doubled and the order alone is looked at. */
    private static Map<Fault, Double> badWeather() {
        return Map.of(
                Fault.serverError(502), 0.15,
                Fault.badGateway(), 0.1,
                Fault.droppedBefore(), 0.1,
                Fault.tooManyRequests(1), 0.05);
    }
}
