package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was accepted survives the death of the server and of the database, and arrives once. */
@UsesDesk(SharedDesk.INTERRUPTED)
class CrashRecoveryIT {

    private static final int BROKEN = 3;

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.INTERRUPTED.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void theServerRightAfterItHasAccepted() {
        var anna = Customer.linked(desk, "Anna");
        var boris = Customer.of(desk, "Boris");
        var earlier = Customer.words("Before the crash");
        anna.asks(earlier);
        var notice = operator.sees(earlier);
        desk.telegram().faults().add(Fault.badGateway());
        var byForm = Customer.words("Accepted with 303");
        var byApi = Customer.words("Accepted with 201");
        var byTelegram = Customer.words("Accepted with 200");
        var answer = Customer.words("Answer accepted with 200");
        anna.browser().ask("", byForm).expect(303);
        boris.asks(byApi);
        anna.telegram().write(byTelegram);
        operator.reply(notice, answer);
        desk.telegram().awaitIdle(Await.PATIENCE);

        desk.server().kill();
        desk.telegram().faults().clear();
        desk.server().restart();
        var after = Customer.words("After the crash");
        anna.telegram().write(after);
        operator.sees(after);
        assertEquals(
                List.of(byForm, byApi, byTelegram, after),
                desk.telegram().transcript(operator.hands().chatId()).stream()
                        .filter(message -> message.fromBot() && message.text().contains("Question"))
                        .map(Operator::quoteIn)
                        .filter(text -> text.contains("ccepted") || text.equals(after))
                        .toList());
        anna.receives(answer);
        assertEquals(1, anna.received(answer));
        operator.reply(operator.sees(byForm), "Answer after the crash");
        anna.receives("Answer after the crash");
    }

    @Test
    void theServerBetweenTelegramsAnswerAndOurs() {
        var clara = Customer.linked(desk, "Clara");
        desk.telegram()
                .faults()
                .add(Fault.slowAfter(Duration.ofSeconds(10))
                        .method("sendMessage")
                        .times(1));
        var question = Customer.words("Taken, but nobody knows");
        clara.asks(question);
        operator.sees(question);
        desk.server().kill();
        desk.server().restart();
        Await.until("the copy", () -> operator.seen(question).size() == 2);
        var copies = operator.seen(question);
        operator.reply(copies.get(0), "on the first copy");
        operator.reply(copies.get(1), "on the second copy");
        clara.receives("on the first copy");
        clara.receives("on the second copy");
        assertEquals(2, operator.seen(question).size());
    }

    @Test
    void theDatabaseAndWhatComesMeanwhile() throws Exception {
        var david = Customer.linked(desk, "David");
        var accepted = Customer.words("Accepted before");
        desk.telegram().faults().add(Fault.badGateway());
        david.asks(accepted);
        desk.database().kill();
        desk.telegram().faults().clear();

        var page = david.browser().get("/support/");
        assertEquals(503, page.status(), page.body());
        assertTrue(page.html().select("h1").size() == 1, page.body());
        var json =
                david.browser().post("/api/feedback/submit/", "application/json", "{\"message\":\"While it is away\"}");
        assertEquals(503, json.status(), json.body());
        assertTrue(
                json.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                json.headers().toString());
        assertComesAgain();
        var meanwhile = Customer.words("Written meanwhile");
        david.telegram().write(meanwhile);
        Await.until(
                "a refused update",
                () -> desk.telegram().webhook().pending() > 0
                        && desk.telegram().webhook().lastErrorMessage().contains("503"));

        desk.database().restart();
        operator.sees(accepted);
        operator.sees(meanwhile);
        Await.until("the site is back", () -> david.browser().get("/support/").status() == 200);
        david.browser()
                .submit("/support/", Map.of("subject", "", "message", "Back again"))
                .expect(303);
        operator.sees("Back again");
        assertEquals(1, operator.seen(accepted).size());
        assertEquals(1, operator.seen(meanwhile).size());
        assertEquals(List.of(accepted, meanwhile, "Back again"), david.threadTexts());
    }

    /** The one moment in which nobody can know whether it was stored, of the webhook's transactions and of the dispatcher's. */
    @ParameterizedTest
    @ValueSource(strings = {"support_messages", "delivery_lanes"})
    void theConnectionInTheMiddleOfACommit(String table) {
        var emma = Customer.linked(desk, "Emma");
        breakCommits(table);
        try {
            var question = Customer.words("Through broken commits");
            emma.telegram().write(question);
            var notice = operator.sees(question);
            operator.reply(notice, "Answer through broken commits");
            emma.receives("Answer through broken commits");
            assertEquals(1, operator.seen(question).size());
            assertEquals(1, emma.received("Answer through broken commits"));
            assertEquals(List.of(question, "Answer through broken commits"), emma.threadTexts());
            assertTrue(brokenCommits() > BROKEN, "no commit was broken");
        } finally {
            desk.database().sql("drop function break_commit() cascade");
        }
    }

    /** Until there were enough of them, a commit that writes here takes its own connection away. */
    private static void breakCommits(String table) {
        var database = desk.database();
        database.sql("drop sequence if exists broken_commits");
        database.sql("create sequence broken_commits");
        database.sql(
                """
                create function break_commit() returns trigger language plpgsql as $$ begin
                    if nextval('broken_commits') <= %d then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return null;
                end $$
                """
                        .formatted(BROKEN));
        database.sql("create constraint trigger breaking after insert or update on " + table
                + " deferrable initially deferred for each row execute function break_commit()");
    }

    private static long brokenCommits() {
        var last = desk.database().sql("select last_value from broken_commits");
        return (long) last.get(0).get("last_value");
    }

    private void assertComesAgain() throws Exception {
        var update = "{\"update_id\":" + Updates.newId() + ",\"poll\":{}}";
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(desk.url() + "/telegram/support-webhook/"))
                                .header("X-Telegram-Bot-Api-Secret-Token", desk.webhookSecret())
                                .POST(BodyPublishers.ofString(update))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    }
}
