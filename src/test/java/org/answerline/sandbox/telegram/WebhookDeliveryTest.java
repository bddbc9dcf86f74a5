package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions().rateLimits(0.005));
    private final ApiClient api = new ApiClient(telegram);
    private final Participant anna = telegram.person(7, "Anna", "ru");
    private final Participant boris = telegram.person(8, "Boris", "en");
    private WebhookListener desk;

    @BeforeEach
    void listen() throws IOException {
        desk = new WebhookListener();
    }

    @AfterEach
    void stop() {
        telegram.close();
        desk.close();
    }

    private String setWebhook(String more) throws IOException {
        return api.call("setWebhook", "{\"url\":\"" + desk.url() + "\"" + more + "}")
                .getString("description");
    }

    @Test
    void updatesWaitForAWebhookAndCarryTheSecret() throws IOException {
        anna.write("early");
        assertEquals(1, telegram.webhook().pending());
        assertEquals("Webhook was set", setWebhook(",\"secret_token\":\"s-1\""));
        telegram.awaitIdle(PATIENCE);
        assertEquals("s-1", desk.received().get(0).secret());
        assertEquals("Webhook is already set", setWebhook(",\"secret_token\":\"s-1\""));
        assertEquals("Webhook was set", setWebhook(""));
        anna.write("late");
        telegram.awaitIdle(PATIENCE);
        assertEquals("", desk.received().get(1).secret());
        assertEquals(List.of("early", "late"), desk.texts());
    }

    @Test
    void aFailingUpdateIsSentAgainAndHoldsUpItsChatOnly() throws IOException {
        AtomicInteger failures = new AtomicInteger(4);
        desk.answering(got -> got.text().equals("poison") && failures.getAndDecrement() > 0 ? 500 : 200);
        setWebhook("");
        anna.write("poison");
        anna.write("after");
        boris.write("other");
        telegram.awaitIdle(PATIENCE);
        List<String> annas =
                desk.texts().stream().filter(text -> !text.equals("other")).toList();
        assertEquals(List.of("poison", "poison", "poison", "poison", "poison", "after"), annas);
        assertEquals(5, telegram.updates().get(0).attempts());
        assertTrue(desk.texts().indexOf("other") < desk.texts().indexOf("after"));
        assertEquals(
                "Wrong response from the webhook: 500 Internal Server Error",
                telegram.webhook().lastErrorMessage());
        assertEquals(0, api.call("getWebhookInfo", "{}").getJsonObject("result").getInt("pending_update_count"));
    }

    @Test
    void redirectsAndRefusedConnectionsAreFailures() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        desk.answering(got -> calls.getAndIncrement() == 0 ? 302 : 204);
        setWebhook("");
        anna.write("x");
        telegram.awaitIdle(PATIENCE);
        assertEquals(2, calls.get());
    }

    @Test
    void chatsGoInParallelButEachStaysInOrder() throws IOException {
        Set<Long> busy = ConcurrentHashMap.newKeySet();
        AtomicInteger overlaps = new AtomicInteger();
        desk.answering(got -> {
            long chat =
                    got.update().getJsonObject("message").getJsonObject("chat").getInt("id");
            overlaps.addAndGet(busy.add(chat) ? 0 : 1);
            busy.remove(chat);
            return 200;
        });
        setWebhook(",\"max_connections\":8");
        for (int i = 0; i < 40; i++) {
            for (long person = 100; person < 120; person++) {
                telegram.person(person, "P" + person, "").write(person + " " + i);
            }
        }
        telegram.awaitIdle(PATIENCE);
        assertEquals(0, overlaps.get());
        List<String> one =
                desk.texts().stream().filter(text -> text.startsWith("105 ")).toList();
        assertEquals(IntStream.range(0, 40).mapToObj(i -> "105 " + i).toList(), one);
    }

    @Test
    void onlyTheKindsAskedForCome() throws IOException {
        setWebhook(",\"allowed_updates\":[\"message\",\"message_reaction\"]");
        setWebhook(",\"secret_token\":\"kept\"");
        long id = anna.pressStart("TOKEN");
        anna.react(id, "👍");
        anna.block();
        telegram.awaitIdle(PATIENCE);
        assertEquals(
                Set.of("message", "message_reaction"),
                Set.copyOf(desk.received().stream()
                        .flatMap(got -> got.update().keySet().stream())
                        .filter(key -> !key.equals("update_id"))
                        .toList()));
    }

    @Test
    void aMethodInTheAnswerIsCarriedOut() throws IOException {
        desk.answeringBody("{\"method\":\"sendMessage\",\"chat_id\":7,\"text\":\"at once\"}");
        setWebhook("");
        anna.write("hi");
        telegram.awaitMessage(7, message -> message.text().equals("at once"), PATIENCE);
    }

    @Test
    void anUpdateCanBeSentAgainAndRawOnesToo() throws IOException {
        setWebhook(",\"secret_token\":\"s\"");
        anna.write("x");
        telegram.awaitIdle(PATIENCE);
        long id = telegram.updates().get(0).id();
        assertEquals(List.of(200, 200, 200), telegram.redeliver(id, 3, true));
        desk.answering(got -> got.secret().equals("s") ? 201 : 403);
        assertEquals(201, telegram.deliverRaw("{\"update_id\":1}"));
        assertEquals(403, telegram.deliverRaw("{\"update_id\":1}", "wrong"));
        assertEquals(6, desk.received().size());
    }

    @Test
    void theWebhookIsCheckedAndDeleted() throws IOException {
        assertEquals(
                "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
                api.refusal("setWebhook", "{\"url\":\"http://example.org/\"}"));
        assertEquals(
                "Bad Request: secret token contains unallowed characters",
                api.refusal("setWebhook", "{\"url\":\"https://example.org/\",\"secret_token\":\"a b\"}"));
        setWebhook("");
        assertEquals(
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                        + " first",
                api.refusal("getUpdates", "{}"));
        assertEquals("Webhook was deleted", api.call("deleteWebhook", "{}").getString("description"));
        assertEquals(
                "Webhook is already deleted", api.call("deleteWebhook", "{}").getString("description"));
        anna.write("dropped");
        setWebhook(",\"drop_pending_updates\":true");
        telegram.awaitIdle(PATIENCE);
        assertTrue(desk.received().isEmpty());
    }

    @Test
    void aStartPayloadIsACommandAndJsonIsAscii() throws IOException {
        setWebhook("");
        anna.pressStart("abc_-1");
        anna.write("привет 😀");
        telegram.awaitIdle(PATIENCE);
        JsonObject start = desk.received().get(0).update().getJsonObject("message");
        assertEquals("/start abc_-1", start.getString("text"));
        assertEquals(
                Json.createObjectBuilder()
                        .add("offset", 0)
                        .add("length", 6)
                        .add("type", "bot_command")
                        .build(),
                start.getJsonArray("entities").getJsonObject(0));
        assertTrue(telegram.updates().get(1).json().contains("\\ud83d\\ude00"));
        assertTrue(telegram.updates().get(1).json().chars().allMatch(c -> c < 128));
    }
}
