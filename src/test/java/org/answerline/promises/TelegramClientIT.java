package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP client sends each request once, waits no longer than it was told, and takes only Telegram's own answer for one. */
@UsesDesk(SharedDesk.SHORT_TIMEOUT)
class TelegramClientIT {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

    private static Desk desk;

    private final Operator operator = new Operator(desk);
    private final ReplyAssertions answers = new ReplyAssertions(desk, operator);

    @BeforeAll
    static void start() {
        desk = SharedDesk.SHORT_TIMEOUT.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    static Stream<Fault> withLostAnswer() {
        return Stream.of(
                Fault.droppedAfter(),
                Fault.emptyBody(),
                Fault.cutJson(),
                Fault.webPage(),
                Fault.badGateway().afterTheEffect(),
                Fault.serverError(500).afterTheEffect(),
                Fault.hanging().afterTheEffect(),
                Fault.stalled());
    }

    @ParameterizedTest
    @MethodSource("withLostAnswer")
    void aLostAnswerIsNoSuccessAndCostsOneCopy(Fault fault) {
        var boris = Customer.linked(desk, "Boris");
        int before = boris.received().size();
        answers.strike(fault.times(1), boris);
        answers.three(boris);
        assertEquals(
                List.of("answer 1", "answer 1", "answer 2", "answer 3"),
                ReplyAssertions.words(boris.receivedAfter(before, "answer 3")));
        answers.assertAskedExactly(4, boris);
        assertEquals(4, boris.threadTexts().size());
    }

    /** HttpURLConnection repeats a POST by itself when a connection that was in use before breaks. */
    @Test
    void aBrokenConnectionIsNotRepeatedBehindOurBack() {
        var david = Customer.linked(desk, "David");
        answers.strike(Fault.droppedBefore().times(3), david);
        var question = Customer.words("No hidden repetition");
        david.asks(question);
        operator.reply(operator.sees(question), "the only answer");
        david.receives("the only answer");
        var sent = answers.assertAskedExactly(4, david);
        for (int i = 1; i < sent.size(); i++) {
            var pause = Duration.between(sent.get(i - 1).at(), sent.get(i).at());
            assertTrue(pause.toMillis() >= 200, "repeated after " + pause);
        }
        assertTrue(isSecondUse(sent.get(0)), "the first one broke a connection that had been used");
    }

    @Test
    void connectionsAreUsedAgain() {
        var eve = Customer.linked(desk, "Eve");
        var question = Customer.words("Ten answers");
        eve.asks(question);
        var notice = operator.sees(question);
        IntStream.rangeClosed(1, 10).forEach(i -> operator.reply(notice, "answer " + i));
        eve.receives("answer 10");
        var sent = answers.assertAskedExactly(10, eve);
        long connections = sent.stream().map(BotRequest::connection).distinct().count();
        assertTrue(connections <= 3, connections + " connections for 10 messages");
    }

    @Test
    void aCallThatHangsEndsByTheTimeOut() {
        var fred = Customer.linked(desk, "Fred");
        answers.strike(Fault.hanging().times(1), fred);
        var question = Customer.words("It hangs");
        fred.asks(question);
        operator.reply(operator.sees(question), "after the time-out");
        fred.receives("after the time-out");
        var sent = answers.assertAskedExactly(2, fred);
        var pause = Duration.between(sent.get(0).at(), sent.get(1).at());
        assertTrue(pause.compareTo(ANSWER_TIMEOUT) >= 0, "repeated after " + pause);
    }

    @Test
    void aConnectionThatIsNotTakenEndsByTheTimeOut() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var queue = fill(deaf);
            try (var lonely = Desk.own(setup -> setup.withoutWebhook()
                    .setting("TELEGRAM_CONNECT_TIMEOUT", "500")
                    .setting("TELEGRAM_API_URL", "http://127.0.0.1:" + deaf.getLocalPort()))) {
                lonely.signedIn("Greta").submitFeedback("", "Nobody listens");
                Await.until(
                        "the time-out",
                        () -> lonely.server().log().contains("Telegram cannot be reached: ConnectTimeoutException"));
            } finally {
                for (var socket : queue) {
                    socket.close();
                }
            }
        }
    }

    private static boolean isSecondUse(BotRequest request) {
        return desk.telegram().requests().stream()
                .anyMatch(other ->
                        other.connection() == request.connection() && other.at().isBefore(request.at()));
    }

    /** Connects until the system lets nobody in any more. */
    private static List<Socket> fill(ServerSocket deaf) throws IOException {
        List<Socket> queue = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", deaf.getLocalPort()), 300);
            } catch (SocketTimeoutException full) {
                return queue;
            }
        }
        throw new AssertionError("The system takes every connection");
    }
}
