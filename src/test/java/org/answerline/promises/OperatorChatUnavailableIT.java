package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever keeps messages out of the operators' chat that is not the message itself is waited out, with an alarm. */
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class OperatorChatUnavailableIT {

    private static final long GROUP = SharedDesk.GROUP;

    private static Desk desk;

    private final Operator operator = new Operator(desk);
    private final long refusedBefore = desk.telegram().faults().count(Fault.Kind.REFUSED);

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: TOPIC_CLOSED",
        "400, Bad Request: not enough rights to send text messages to the chat",
        "400, need administrator rights in the channel chat",
        "400, bad request: chat_send_plain_forbidden",
        "403, Forbidden: bot was kicked from the supergroup chat",
        "400, Bad Request: WORDS_OF_NEXT_YEAR",
    })
    void aQuestionWaitsAndLeavesWhenItIsOver(int code, String description) {
        var anna = desk.signedIn("Anna");
        var fault = Fault.refused(code, description).method("sendMessage").chat(GROUP);
        desk.telegram().faults().add(fault);
        var question = Customer.words("Kept");
        anna.submitFeedback("", question);
        Await.until("the alarm", () -> health().getString("alarm").equals("chat-closed"));
        assertEquals(description, health().getString("reason"));
        assertEquals("WAITING", state(question));
        assertEquals(0, operator.seen(question).size());
        desk.telegram().faults().clear();
        operator.sees(question);
        Await.until("the end of the alarm", () -> health().getString("alarm").equals("none"));
        Await.until("delivered", () -> state(question).equals("DELIVERED"));
        assertEquals(1, operator.seen(question).size());
    }

    @Test
    void aSingleRefusalCostsNothingButAMoment() {
        var boris = desk.signedIn("Boris");
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: TOPIC_CLOSED").chat(GROUP).times(1));
        var question = Customer.words("Once");
        boris.submitFeedback("", question);
        operator.sees(question);
    }

    @Test
    void aBotMessageToTheOperatorsWaitsToo() {
        var clara = Customer.linked(desk, "Clara");
        var question = Customer.words("Answer me");
        clara.asks(question);
        var notice = operator.sees(question);
        clara.telegram().deleteAccount();
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: TOPIC_CLOSED")
                        .method("sendMessage")
                        .chat(GROUP));
        long reply = operator.reply(notice, "You cannot read this");
        Await.until("the alarm", () -> health().getString("alarm").equals("chat-closed"));
        desk.telegram().faults().clear();
        assertTrue(operator.toldOn(reply).contains("user is deactivated"));
    }

    @Test
    void erasingAUserDuringABatchDelaysNoOtherUser() {
        var mark = Customer.words("together");
        var gone = desk.signedIn("Gone");
        var others = desk.signedIn("Others");
        desk.telegram().faults().add(Fault.tooManyRequests(2).chat(GROUP).times(1));
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: message is too long")
                        .chat(GROUP)
                        .times(1)
                        .after(Duration.ofSeconds(3)));
        gone.submitFeedback("", mark + " of one who goes");
        for (int i = 0; i < 12; i++) {
            others.submitFeedback("", mark + " number " + i);
        }
        Await.until(
                "the bundle is under way", () -> desk.telegram().faults().count(Fault.Kind.REFUSED) > refusedBefore);
        desk.database().sql("delete from users where email = ? returning id", gone.email());
        Await.until("the others", () -> operator.seen(mark + " number 11").size() == 1);
        assertEquals(0, operator.seen("of one who goes").size());
        Await.until("all recorded", () -> "DELIVERED".equals(states(mark)));
    }

    private static Object states(String mark) {
        return desk.database()
                .sql(
                        "select string_agg(distinct delivery, ' ') as states from support_messages where text like ?",
                        mark + "%")
                .get(0)
                .get("states");
    }

    private static String state(String text) {
        return (String) desk.database()
                .sql("select delivery from support_messages where text = ?", text)
                .get(0)
                .get("delivery");
    }

    /** What a probe reads; the node stays in its balancer all the while. */
    private static JsonObject health() {
        assertEquals(
                "UP", desk.visitor().get("/health/ready").expect(200).json().getString("status"));
        return OwnerHealth.check(desk, "telegram").getJsonObject("data");
    }
}
