package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** {@code outbox retry} sends what is failed now, once, to where it belongs now. */
@UsesDesk(SharedDesk.USUAL)
class OutboxRetryIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void toThePresentChatOfTheUserAndOpenPagesSeeIt() {
        var anna = Customer.linked(desk, "Anna");
        operator.toldOn(failed(anna, "for the new phone"));
        var newPhone = anna.with(Customer.newTelegram(desk, "en"));
        newPhone.telegram().write("hello");
        newPhone.receives("");
        desk.database()
                .sql(
                        "update user_telegram_links set telegram_chat_id = ? where telegram_chat_id = ? returning user_id",
                        newPhone.chatId(),
                        anna.chatId());
        try (var stream = anna.browser().listen()) {
            retry();
            newPhone.receives("for the new phone");
            stream.awaitMessage("for the new phone", "delivered");
        }
        assertEquals(0, anna.received("for the new phone"));
    }

    @Test
    void whatWasFetchedMeanwhileIsNotSentAgain() {
        var boris = Customer.linked(desk, "Boris");
        operator.toldOn(failed(boris, "fetched by hand"));
        boris.telegram().unblock();
        boris.receives("Welcome back");
        boris.telegram().write("/missed");
        boris.receives("fetched by hand");
        Await.until("delivered", () -> state(boris).equals("delivered"));
        retry();
        var next = Customer.words("next");
        operator.reply(notice(boris), next);
        boris.receives(next);
        assertEquals(1, boris.received("fetched by hand"));
    }

    @Test
    void whatIsSentAgainIsNotFetchedTwice() {
        var clara = Customer.linked(desk, "Clara");
        operator.toldOn(failed(clara, "sent by the owner"));
        clara.telegram().unblock();
        clara.receives("Welcome back");
        retry();
        clara.telegram().write("/missed");
        clara.receives("sent by the owner");
        clara.receives("You have not missed anything");
        assertEquals(1, clara.received("sent by the owner"));
    }

    @Test
    void hintsAndReactionsStayWhereTheyAre() {
        long word = ended("WORD", "an old hint");
        long receipt = ended("RECEIPT", "👌");
        assertEquals("Queued again: 0", command("outbox", "retry", "" + word, "" + receipt));
    }

    private long ended(String purpose, String text) {
        return ((Number) desk.database()
                        .sql(
                                "insert into deliveries (chat_id, purpose, part, parts, text, state, created_at, finished_at)"
                                        + " values (88, ?, 1, 1, ?, 'GAVE_UP', now(), now()) returning id",
                                purpose,
                                text)
                        .get(0)
                        .get("id"))
                .longValue();
    }

    private SandboxMessage notice(Customer customer) {
        return operator.sees(customer.browser().email());
    }

    /** The desk does not hear of the block, so the answer is tried, and refused. */
    private long failed(Customer customer, String answer) {
        customer.asks(Customer.words("Before I go"));
        var notice = notice(customer);
        customer.telegram().block();
        desk.telegram().awaitIdle(Await.PATIENCE);
        desk.database()
                .sql(
                        "update user_telegram_links set blocked_at = null where telegram_chat_id = ? returning user_id",
                        customer.chatId());
        long reply = operator.reply(notice, answer);
        Await.until("failed", () -> state(customer).equals("failed"));
        return reply;
    }

    private static String state(Customer customer) {
        var thread = customer.thread();
        return thread.get(thread.size() - 1).getString("delivery");
    }

    private void retry() {
        command("outbox", "retry");
    }

    private String command(String... arguments) {
        var outcome = new CommandLine(desk.environment()).run(arguments);
        assertEquals(0, outcome.exit(), outcome.words());
        return outcome.words();
    }
}
