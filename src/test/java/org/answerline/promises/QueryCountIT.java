package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.answerline.bench.Database;
import org.answerline.bench.Statements;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

/** What is accepted costs the database little, whatever is stored already; the times are measured by {@code mvn -Pbench}. */
@UsesDesk(SharedDesk.USUAL)
class QueryCountIT {

    /** Enough that what the desk does by itself meanwhile does not add up to one statement a request. */
    private static final int REQUESTS = 12;

    private static final int STATEMENTS = 4;

    /** One more than for a user's message: the reader's link is locked, or an answer could go to a chat that was just unlinked. */
    private static final int REPLY_STATEMENTS = 5;

    /** Requests that are delivered one after the other. */
    private static final int DELIVERED = 40;

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final Statements statements =
            new Statements(new Database(desk.database().url()));

    @Test
    void aUsersMessageTakesFourStatementsAndOneCommit() {
        var anna = Customer.linked(desk, "Anna");
        Runnable writing = () -> accepted(message(anna.chatId(), ""));
        checkFewStatements(writing, STATEMENTS);
    }

    @Test
    void theOperatorsReplyTakesFiveStatementsAndOneCommit() {
        var bert = Customer.linked(desk, "Bert");
        var question = Customer.words("How much is it?");
        bert.asks(question);
        var replied = replyTo(operator.sees(question).id());
        checkFewStatements(() -> accepted(message(operator.hands().chatId(), replied)), REPLY_STATEMENTS);
    }

    @Test
    void aSubmissionTakesOneCommit() {
        var carl = Customer.linked(desk, "Carl");
        carl.asks(Customer.words("First"));
        var asked = counted(() -> carl.asks(Customer.words("Again")));
        assertEquals(1, each(asked.commits(), REQUESTS), () -> described(asked));
    }

    @Test
    void aUsersMessageIsDeliveredWithSevenStatementsInThreeTransactions() {
        var anna = Customer.linked(desk, "Anna");
        checkUntilDelivered(() -> accepted(message(anna.chatId(), "")), 7, 3);
    }

    /** The answer itself, and the reaction that tells the operator that it has arrived. */
    @Test
    void theOperatorsReplyAndItsReactionAreDeliveredWithElevenStatementsInFiveTransactions() {
        var bert = Customer.linked(desk, "Bert");
        var question = Customer.words("How much is it?");
        bert.asks(question);
        var notice = operator.sees(question).id();
        checkUntilDelivered(() -> accepted(message(operator.hands().chatId(), replyTo(notice), notice)), 11, 5);
    }

    @Test
    void aSubmissionIsDeliveredWithSevenStatementsInThreeTransactions() {
        var carl = Customer.linked(desk, "Carl");
        checkUntilDelivered(() -> carl.asks(Customer.words("Again")), 7, 3);
    }

    @Test
    void aPageOfALongThreadAsksAsLittleAsOfAShortOne() {
        var short5 = reader(5);
        var long60 = reader(60);
        for (var path : new String[] {"/support/", "/api/feedback/threads/?limit=5"}) {
            var few = counted(() -> short5.get(path).expect(200));
            var many = counted(() -> long60.get(path).expect(200));
            assertEquals(
                    few.statementsOfEach(REQUESTS),
                    many.statementsOfEach(REQUESTS),
                    () -> path + "\n" + described(many));
            assertEquals(0, each(many.commits(), REQUESTS), () -> path + " writes\n" + described(many));
        }
    }

    private Browser reader(int messages) {
        var reader = Customer.linked(desk, "Reader").browser();
        desk.database()
                .sql(
                        """
                        insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)
                        select u.id, 'Words', i % 2 = 0, 'SITE', now(), 'DELIVERED'
                        from users u, generate_series(1, ?) i where u.email = ?
                        """,
                        messages, reader.email());
        return reader;
    }

    private void checkFewStatements(Runnable request, int most) {
        var asked = counted(request);
        assertTrue(asked.statementsOfEach(REQUESTS) <= most, () -> described(asked));
        assertEquals(1, each(asked.commits(), REQUESTS), () -> described(asked));
    }

    private void checkUntilDelivered(Runnable request, int expected, int transactions) {
        for (int i = 0; i < 3; i++) {
            deliver(request);
        }
        var asked = statements.withDispatcher(() -> {
            for (int i = 0; i < DELIVERED; i++) {
                deliver(request);
            }
        });
        assertEquals(expected, asked.statementsOfEach(DELIVERED), () -> described(asked, DELIVERED));
        assertEquals(transactions, each(asked.commits(), DELIVERED), () -> described(asked, DELIVERED));
        assertEquals(transactions, each(asked.transactions(), DELIVERED), () -> described(asked, DELIVERED));
    }

    /**
     * Rounded down beyond a quarter: PostgreSQL may count the last transactions only after we have asked, and on a slow machine it counts
     * more of those that the node makes each second.
     */
    private static long each(long number, int requests) {
        return (long) Math.floor((double) number / requests + 0.25);
    }

    private void deliver(Runnable request) {
        request.run();
        Await.until("delivered", statements::isOutboxEmpty);
    }

    /** The first requests may ask for what is remembered later. */
    private Statements.Asked counted(Runnable request) {
        request.run();
        request.run();
        return statements.withoutDispatcher(() -> {
            for (int i = 0; i < REQUESTS; i++) {
                request.run();
            }
        });
    }

    private static String described(Statements.Asked asked) {
        return described(asked, REQUESTS);
    }

    private static String described(Statements.Asked asked, int requests) {
        return asked.statements() + " statements, " + asked.transactions() + " transactions and " + asked.commits()
                + " commits of changes for " + requests + " requests:\n"
                + asked.counts().stream()
                        .map(count -> count.calls() + " × " + count.text())
                        .collect(Collectors.joining("\n"));
    }

    private static String replyTo(long notice) {
        return "\"reply_to_message\":{\"message_id\":%d,\"chat\":{\"id\":500,\"type\":\"private\"},\"date\":1},"
                .formatted(notice);
    }

    private void accepted(String update) {
        assertEquals(200, desk.telegram().deliverRaw(update));
    }

    private static String message(long chatId, String replied) {
        return message(chatId, replied, Updates.newId() % 1_000_000_000);
    }

    /** With the number of a message that is in the chat, so that Telegram accepts a reaction on it. */
    private static String message(long chatId, String replied, long messageId) {
        long id = Updates.newId();
        return """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"language_code":"en"},\
                "chat":{"id":%d,"type":"private"},"date":1790000000,%s"text":"Words %d"}}"""
                .formatted(id, messageId, chatId, chatId, replied, id);
    }
}
