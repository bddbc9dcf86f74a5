package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** Somebody who writes very much does not keep the others waiting, and each person's own order is kept. */
@UsesDesk(SharedDesk.USUAL)
class FairDeliveryIT {

    private static final int MANY = 20;

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    /** The dispatcher stands still at its locked table while the messages come in. */
    @Test
    void aQuestionOvertakesManyMessagesOfAnotherUser() throws Exception {
        var talker = Customer.linked(desk, "Talker");
        var asker = Customer.linked(desk, "Asker");
        var pile = Customer.words("pile");
        var question = Customer.words("question");
        try (var gate = DriverManager.getConnection(
                desk.database().url(), desk.database().user(), desk.database().password())) {
            gate.setAutoCommit(false);
            gate.createStatement().execute("lock table delivery_lanes in exclusive mode");
            for (int i = 0; i < MANY; i++) {
                assertEquals(
                        200,
                        desk.telegram().deliverRaw(written(talker.chatId(), pile + " " + i + " " + "x".repeat(3_900))));
            }
            asker.asks(question + " first");
            assertEquals(200, desk.telegram().deliverRaw(written(asker.chatId(), question + " second")));
            gate.rollback();
        }
        operator.sees(pile + " " + (MANY - 1));
        operator.sees(question + " second");
        List<String> order = desk.telegram().transcript(operator.hands().chatId()).stream()
                .filter(SandboxMessage::fromBot)
                .map(SandboxMessage::text)
                .filter(text -> text.contains(pile) || text.contains(question))
                .toList();
        int first = position(order, question + " first");
        int second = position(order, question + " second");
        assertTrue(first <= 1, () -> "behind " + first + " others");
        assertTrue(first < second && second <= 4, () -> "behind " + second + " others");
        List<Integer> ofThePile = IntStream.range(0, MANY)
                .mapToObj(i -> position(order, pile + " " + i + " "))
                .toList();
        assertEquals(ofThePile.stream().sorted().toList(), ofThePile);
    }

    private static int position(List<String> order, String words) {
        return IntStream.range(0, order.size())
                .filter(i -> order.get(i).contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String written(long chat, String text) {
        long id = Updates.newId();
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
                "chat":{"id":%4$d,"type":"private"},"from":{"id":%4$d,"is_bot":false,"language_code":"en"}}}
                """
                .formatted(id, id % 1_000_000_000, text, chat);
    }
}
