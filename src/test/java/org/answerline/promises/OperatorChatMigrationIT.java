package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.WebhookRegistration;
import org.answerline.sandbox.telegram.ChatKind;
import org.junit.jupiter.api.Test;

/** The operators' group may become a supergroup, lose its bot or silence it: questions wait or follow, and none is lost. */
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class OperatorChatMigrationIT {

    private static final long GROUP = -4_300_001;

    @Test
    void isLearnedFromTheServiceMessageAfterTheBotWasRemovedAndAdded() {
        try (var desk = deskWithAGroup()) {
            var operator = new Operator(desk);
            var anna = Customer.linked(desk, "Anna");
            var before = Customer.words("Before the move");
            anna.asks(before);
            var oldNotice = operator.sees(before);
            operator.reply(oldNotice, "answer in the old group");
            anna.receives("answer in the old group");

            var group = desk.telegram().adminGroup();
            group.removeBot();
            var away = Customer.words("While the bot is away");
            anna.asks(away);
            Await.until("a refused question", () -> desk.telegram().requests().stream()
                    .anyMatch(request -> request.outcome().contains("bot was kicked")));
            Await.until("an alarm", () -> desk.server().log().contains("removed from the operators' chat"));
            var second = Customer.words("Also while it is away");
            anna.asks(second);
            group.addBot();
            operator.sees(second);
            assertEquals(
                    List.of(1, 1),
                    List.of(operator.seen(away).size(), operator.seen(second).size()));
            assertTrue(operator.sees(away).id() < operator.sees(second).id());

            var moved = group.upgrade();
            desk.telegram().awaitIdle(Await.PATIENCE);
            assertWorksIn(moved.id(), desk, anna, oldNotice.id());
        }
    }

    @Test
    void whereTheBotMayNotWriteForAWhileQuestionsWait() {
        var desk = SharedDesk.OPERATORS_GROUP.desk();
        var operator = new Operator(desk);
        var clara = Customer.linked(desk, "Clara");
        desk.telegram().adminGroup().mute();
        var first = Customer.words("While nobody may write");
        clara.asks(first);
        Await.until("a refused question", () -> desk.telegram().requests().stream()
                .anyMatch(request -> request.outcome().contains("not enough rights")));
        var second = Customer.words("Also while nobody may write");
        clara.asks(second);
        desk.telegram().adminGroup().unmute();
        operator.sees(second);
        assertEquals(
                List.of(1, 1),
                List.of(operator.seen(first).size(), operator.seen(second).size()));
        assertTrue(operator.sees(first).id() < operator.sees(second).id());
    }

    @Test
    void isLearnedFromARefusedMessageAndKeptOverARestart() throws Exception {
        try (var desk = deskWithAGroup()) {
            var operator = new Operator(desk);
            var boris = Customer.linked(desk, "Boris");
            var before = Customer.words("Before the move");
            boris.asks(before);
            var oldNotice = operator.sees(before);

            call(desk, "deleteWebhook");
            var moved = desk.telegram().adminGroup().upgrade();
            var texts = List.of(Customer.words("first"), Customer.words("second"), Customer.words("third"));
            texts.forEach(boris::asks);
            var there = new Operator(desk, operator.hands().in(moved.id()));
            there.sees(texts.get(2));
            assertEquals(
                    texts,
                    desk.telegram().transcript(moved.id()).stream()
                            .filter(message ->
                                    message.fromBot() && message.text().contains("Question ("))
                            .map(Operator::quoteIn)
                            .toList());

            desk.server().restart();
            long refused = refusals(desk);
            WebhookRegistration.register(
                    desk.telegram().apiUrl(), desk.telegram().token(), desk.url(), desk.webhookSecret());
            boris.telegram().write("After the restart");
            there.sees("After the restart");
            assertEquals(refused, refusals(desk), "the old group is not asked again");
            assertWorksIn(moved.id(), desk, boris, oldNotice.id());
        }
    }

    private static Desk deskWithAGroup() {
        return Desk.own(setup -> setup.adminChat(GROUP).telegram(options -> options.adminChat(GROUP, ChatKind.GROUP)));
    }

    private void assertWorksIn(long chatId, Desk desk, Customer customer, long oldNotice) {
        var there = new Operator(desk, desk.telegram().operator().in(chatId));
        var question = Customer.words("After the move");
        customer.telegram().write(question);
        there.reply(there.sees(question), "answer in the new group");
        customer.receives("answer in the new group");

        int before = customer.received().size();
        assertEquals(200, desk.telegram().deliverRaw(reply(GROUP, 77, oldNotice, "from the old id")));
        assertEquals(200, desk.telegram().deliverRaw(reply(chatId, 900_001, 900_000, "to what is not there")));
        there.sees("before this group became a supergroup");
        there.reply(there.sees(question), "the last answer");
        assertEquals(1, customer.receivedAfter(before, "the last answer").size());
    }

    private static String reply(long chatId, long messageId, long to, String text) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s","chat":{"id":%4$d,"type":"group"},
                "from":{"id":500,"is_bot":false,"first_name":"Olga"},
                "reply_to_message":{"message_id":%5$d,"date":1,"text":"#1","chat":{"id":%4$d,"type":"group"}}}}
                """
                .formatted(Updates.newId(), messageId, text, chatId, to);
    }

    private static long refusals(Desk desk) {
        return desk.telegram().requests().stream()
                .filter(request -> request.chatId() == GROUP && request.status() == 400)
                .count();
    }

    private static void call(Desk desk, String method) throws Exception {
        var url = desk.telegram().apiUrl() + "/bot" + desk.telegram().token() + "/" + method;
        var request = HttpRequest.newBuilder(URI.create(url))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode());
    }
}
