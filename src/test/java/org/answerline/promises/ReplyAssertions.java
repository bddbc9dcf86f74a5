package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.Fault;

/** The operator's answers on their way to a customer, and how often the Bot API was asked for them. */
final class ReplyAssertions {

    private static final String HEAD = "📩 Support reply:\n\n";

    private final Desk desk;
    private final Operator operator;

    ReplyAssertions(Desk desk, Operator operator) {
        this.desk = desk;
        this.operator = operator;
    }

    /** Lets this go wrong with the bot's messages to a customer. */
    void strike(Fault fault, Customer customer) {
        desk.telegram().faults().add(fault.method("sendMessage").chat(customer.chatId()));
    }

    /** The customer asks, and the operator writes "answer 1", "answer 2" and "answer 3". */
    void three(Customer customer) {
        var question = Customer.words("Three answers");
        customer.asks(question);
        var notice = operator.sees(question);
        for (int i = 1; i <= 3; i++) {
            operator.reply(notice, "answer " + i);
        }
    }

    /** The operator's own words in what the bot sent. */
    static List<String> words(List<String> received) {
        return received.stream().map(answer -> answer.replace(HEAD, "")).toList();
    }

    /** The request log is written a moment after the effect is seen, so the last entry is waited for. */
    List<BotRequest> assertAskedExactly(int times, Customer customer) {
        Await.until(times + " requests", () -> sentTo(customer).size() >= times);
        var sent = sentTo(customer);
        assertEquals(times, sent.size(), sent.toString());
        return sent;
    }

    /** The requests for answers to a customer so far. */
    List<BotRequest> sentTo(Customer customer) {
        return desk.telegram().requests().stream()
                .filter(request -> request.chatId() == customer.chatId()
                        && request.parameters().getOrDefault("text", "").startsWith(HEAD.strip()))
                .toList();
    }
}
