package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong is named, with what to do, by the command and on the page; which mistakes those are is told by DoctorTest. */
@Tag("main-loop")
@UsesDesk(value = SharedDesk.OPERATORS_GROUP, together = SharedDesk.USUAL_TOGETHER)
class DoctorIT {

    private static final long GROUP = SharedDesk.GROUP;

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
        // Of other classes, whose calls of the Bot API failed.
        desk.database().sql("delete from deliveries where state = 'GAVE_UP'");
    }

    @Test
    void findsNothingWrongWhereNothingIs() {
        var report = examine(Map.of());
        assertEquals(Set.of("address.unknown"), faults(report), report.toString());
        assertTrue(
                keys(report)
                        .containsAll(Set.of(
                                "database.ready", "bot.known", "clock.right", "chat.group_private", "webhook.ours")),
                report.toString());
    }

    @Test
    void aMistakeIsNamedWithWhatToDoAndEndsTheCommandWithOne() {
        assertFault("settings.wrong", with("TELEGRAM_ADMIN_CHAT_ID", "@operators"));
        assertFault("bot.token_refused", with("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AnotherToken"));
        assertFault("database.away", with("DATABASE_PASSWORD", "wrong", "DATABASE_USER", "nobody"));
    }

    @Test
    void namesWhatKeepsLettersFromLeaving() {
        try (var mail = new MailServer()) {
            var settings = new HashMap<>(mail.settings());
            settings.put("SUPPORT_PUBLIC_URL", "https://desk.example.org");
            assertTrue(keys(examine(settings)).contains("mail.ready"));
            settings.put("SMTP_CA_FILE", "");
            assertFault("mail.untrusted", settings);
            settings.put("SMTP_SECURITY", "tls");
            assertFault("mail.no_tls", settings);
            settings.put("SMTP_PORT", "1");
            assertFault("mail.away", settings);
        }
    }

    @Test
    void showsTheSameOnAPageToTheOwnerOnly() throws Exception {
        assertEquals(401, page(null).statusCode());
        assertEquals(401, page("wrong-password-1").statusCode());
        var page = page(OwnerHealth.PASSWORD);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("@" + desk.telegram().botUsername()), page.body());
        assertTrue(page.body().contains("SUPPORT_PUBLIC_URL"), page.body());
        assertFalse(page.body().contains(desk.telegram().token()));
        SharedDesk.USUAL_TOGETHER.desk().visitor().get("/owner/").expect(404);
    }

    @Test
    void aTestMessageIsDeliveredThroughTheOutbox() {
        var outcome = new CommandLine(desk.environment()).run("doctor", "--round-trip");
        assertTrue(outcome.words().contains("delivered to the operators' chat"), outcome.words());
        assertEquals(0, outcome.exit());
        assertTrue(desk.telegram().transcript(GROUP).stream()
                .anyMatch(message -> message.text().contains("test message from the owner")));
    }

    private static Map<String, String> with(String... pairs) {
        var changes = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            changes.put(pairs[i], pairs[i + 1]);
        }
        return changes;
    }

    private static void assertFault(String key, Map<String, String> changes) {
        var environment = new HashMap<>(desk.environment());
        environment.putAll(changes);
        var outcome = new CommandLine(environment).run("doctor", "--json");
        var report = read(outcome.words());
        assertTrue(faults(report).contains(key), report.toString());
        assertEquals(1, outcome.exit(), key);
        assertFalse(outcome.words().contains(desk.telegram().token()), "no secret is shown");
        assertTrue(
                report.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                        .filter(finding -> finding.getString("check").equals(key))
                        .noneMatch(finding -> finding.getString("advice").isEmpty()),
                "says what to do");
    }

    private static JsonObject examine(Map<String, String> changes) {
        return examine(desk, changes);
    }

    private static JsonObject examine(Desk which, Map<String, String> changes) {
        var environment = new HashMap<>(which.environment());
        environment.putAll(changes);
        return read(new CommandLine(environment).run("doctor", "--json").words());
    }

    private static JsonObject read(String words) {
        try (var reader = Json.createReader(new StringReader(words))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError(words, e);
        }
    }

    private static Set<String> keys(JsonObject report) {
        return report.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("check"))
                .collect(Collectors.toSet());
    }

    private static Set<String> faults(JsonObject report) {
        return report.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .filter(finding -> !finding.getString("verdict").equals("ok"))
                .map(finding -> finding.getString("check"))
                .collect(Collectors.toSet());
    }

    private static HttpResponse<String> page(String password) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(desk.url() + "/owner/"));
        if (password != null) {
            var pair = ("owner:" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
