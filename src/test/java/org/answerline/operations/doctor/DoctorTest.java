package org.answerline.operations.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.answerline.operations.registration.WebhookRegistrar;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.Schema;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.TestDatabase;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.answerline.telegram.client.SetWebhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every mistake after which "set-up succeeds and nothing arrives" has its finding; with a database and a Telegram, without a desk. */
@Order(1)
class DoctorTest {
    private static final String SITE = "https://desk.example.org";
    private static final String WEBHOOK = SITE + Installation.WEBHOOK_PATH;
    private static final long OPERATOR = 500;
    private static final long GROUP = -4_001;
    private static TestDatabase database;

    private final Map<String, String> settings = new HashMap<>();
    private SandboxTelegram telegram;
    private HttpServer site;
    private DataSource source = database.dataSource();
    private Clock clock = Clock.systemUTC();

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        if (telegram != null) {
            telegram.close();
        }
        if (site != null) {
            site.stop(0);
        }
    }

    @Test
    void findsNothingWrongWhereNothingIs() throws Exception {
        rightDesk();
        assertEquals(Set.of(), faults());
    }

    @ParameterizedTest
    @CsvSource({
        "settings.wrong, TELEGRAM_ADMIN_CHAT_ID, @operators",
        "settings.wrong, TELEGRAM_SUPPORT_BOT_TOKEN, ''",
        "settings.wrong, SUPPORT_FILE_MAX_MB, 21",
        "bot.token_refused, TELEGRAM_SUPPORT_BOT_TOKEN, 42:AnotherToken",
        "bot.other_name, TELEGRAM_SUPPORT_BOT_USERNAME, SomebodyElsesBot",
        "bot.unreachable, TELEGRAM_API_URL, http://127.0.0.1:1",
        "chat.unseen, TELEGRAM_ADMIN_CHAT_ID, 777777",
        "address.not_https, SUPPORT_PUBLIC_URL, http://desk.example.org",
        "address.port, SUPPORT_PUBLIC_URL, https://desk.example.org:8080",
        "address.unknown, SUPPORT_PUBLIC_URL, ''",
        "webhook.elsewhere, SUPPORT_PUBLIC_URL, https://moved.example.org",
    })
    void aWrongSetting(String fault, String name, String value) throws Exception {
        rightDesk();
        settings.put(name, value);
        assertTrue(faults().contains(fault), fault);
    }

    @Test
    void aWebhookThatIsNotOurs() throws Exception {
        rightDesk();
        setWebhook("", "", "[]");
        assertEquals(Set.of("webhook.absent"), faults());
        setWebhook(SITE + "/bot.php", "secret", "[]");
        assertEquals(Set.of("webhook.elsewhere"), faults());
        setWebhook(WEBHOOK, "secret", "[\"message\"]");
        assertEquals(Set.of("webhook.kinds"), faults());
        for (var missing : SetWebhook.KINDS) {
            var others = SetWebhook.KINDS.stream()
                    .filter(kind -> !kind.equals(missing))
                    .collect(Collectors.joining("\",\"", "[\"", "\"]"));
            setWebhook(WEBHOOK, "secret", others);
            assertEquals(Set.of("webhook.kinds"), faults(), missing);
        }
        settings.remove("SUPPORT_PUBLIC_URL");
        setWebhook(SITE + "/bot.php", "secret", "[]");
        assertEquals(Set.of("address.unknown", "webhook.path"), faults());
        setWebhook(WEBHOOK, "", "[]");
        settings.remove("TELEGRAM_SUPPORT_WEBHOOK_SECRET");
        assertEquals(Set.of("address.unknown", "webhook.no_secret"), faults());
    }

    @Test
    void aSecretThatTelegramWasNotGiven() throws Exception {
        rightDesk();
        source = TestDatabase.migrated().dataSource();
        settings.remove("SUPPORT_PUBLIC_URL");
        new WebhookRegistrar(installation()).register(WEBHOOK);
        assertEquals(Set.of("address.unknown"), faults());
        settings.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "changed");
        assertEquals(Set.of("address.unknown", "webhook.other_secret"), faults());
        settings.remove("TELEGRAM_SUPPORT_WEBHOOK_SECRET");
        assertEquals(Set.of("address.unknown", "webhook.no_secret"), faults());
        new WebhookRegistrar(installation()).register(WEBHOOK);
        assertEquals(Set.of("address.unknown"), faults());
    }

    @Test
    void updatesThatDoNotArrive() throws Exception {
        rightDesk();
        leadWebhookTo(403);
        assertEquals(Set.of("address.unknown", "webhook.secret_refused"), faults());
        leadWebhookTo(302);
        assertEquals(Set.of("address.unknown", "webhook.error"), faults());
        for (int i = 0; i < 110; i++) {
            telegram.person(7_001, "Vera", "en").write("Hello?");
        }
        assertEquals(Set.of("address.unknown", "webhook.error", "webhook.pending"), faults());
    }

    @Test
    void anOperatorWhoBlockedTheBotOrIsGone() throws Exception {
        rightDesk();
        telegram.operator().block();
        assertEquals(Set.of("chat.blocked"), chatFaults());
        telegram.operator().deleteAccount();
        assertEquals(Set.of("chat.unseen"), chatFaults());
    }

    @Test
    void aGroupThatTheBotCannotUse() throws Exception {
        rightDesk(GROUP, ChatKind.GROUP);
        assertEquals(Set.of(), chatFaults());
        telegram.adminGroup().removeBot();
        assertEquals(Set.of("chat.unseen"), chatFaults());
        telegram.adminGroup().addBot();
        telegram.adminGroup().mute();
        assertEquals(Set.of("chat.restricted"), chatFaults());
        telegram.adminGroup().unmute();
        var supergroup = telegram.adminGroup().upgrade();
        assertEquals(Set.of("chat.moved"), chatFaults());
        settings.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(supergroup.id()));
        assertEquals(Set.of(), chatFaults());
        supergroup.delete();
        assertEquals(Set.of("chat.unseen"), chatFaults());
    }

    @Test
    void aDatabaseThatCannotStore() throws Exception {
        rightDesk();
        var faulty = TestDatabase.empty();
        source = faulty.dataSource();
        assertEquals(Set.of("database.older"), faults());
        new Schema(source).migrate();
        assertEquals(Set.of(), faults());
        run("alter database " + faulty.name() + " set default_transaction_read_only = on");
        assertEquals(Set.of("database.read_only"), faults());
        database.sql("alter database " + faulty.name() + " reset default_transaction_read_only");
        run("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) values (999, '999', 'x', 'SQL', 'V999__x.sql', 'x', 1, true)");
        assertEquals(Set.of("database.newer"), faults());
        source = unreachable();
        assertEquals(Set.of("database.away"), faults());
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        rightDesk();
        source = TestDatabase.migrated().dataSource();
        run("create function no_room() returns trigger language plpgsql as $$ begin raise exception"
                + " 'could not extend file \"base/5/16\": No space left on device' using errcode = '53100'; end $$");
        run("create trigger no_room before insert on remembered_facts for each row execute function no_room()");
        assertEquals(Set.of("database.full"), faults());
        assertEquals(
                Set.of("database.full"),
                new Doctor(installation())
                        .essentials().stream().map(Finding::key).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"20, OK", "45, WARNING", "-45, WARNING", "90, FAILED", "-90, FAILED", "86400, FAILED"})
    void aWrongClock(long seconds, Severity severity) throws Exception {
        rightDesk();
        clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        var findings = examine();
        assertEquals(severity, Doctor.worst(findings), findings.toString());
        assertEquals(severity == Severity.OK ? Set.of() : Set.of("clock.wrong", "clock.database"), faults(findings));
    }

    @Test
    void messagesThatDoNotLeave() throws Exception {
        rightDesk();
        source = TestDatabase.migrated().dataSource();
        run("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)"
                + " values (500, 'WORD', 1, 1, 'x', 'WAITING', now() - interval '10 minutes')");
        assertEquals(Set.of("outbox.stuck"), faults());
        run("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at, finished_at)"
                + " values (500, 'WORD', 1, 1, 'x', 'SENT', now() - interval '11 minutes', now())");
        assertEquals(Set.of(), faults(), "a long queue that is being sent");
        run("update deliveries set state = 'GAVE_UP', finished_at = now(), failure = 'x'");
        run("insert into rejected_updates (received_at, body, reason) values (now(), '{}', 'x')");
        assertEquals(Set.of("outbox.failed", "webhook.rejected"), faults());
    }

    @Test
    void noTestMessageIsTriedWhereItCouldNotGo() throws Exception {
        rightDesk();
        assertTrue(Doctor.canSendTest(examine()));
        settings.put("TELEGRAM_ADMIN_CHAT_ID", "Olga");
        assertFalse(Doctor.canSendTest(examine()));
        settings.put("TELEGRAM_ADMIN_CHAT_ID", "500");
        source = unreachable();
        assertFalse(Doctor.canSendTest(examine()));
    }

    private void rightDesk() throws Exception {
        rightDesk(OPERATOR, ChatKind.PRIVATE);
    }

    private void rightDesk(long chat, ChatKind kind) throws Exception {
        telegram = SandboxTelegram.start(new SandboxOptions().adminChat(chat, kind));
        settings.put("TELEGRAM_SUPPORT_BOT_TOKEN", telegram.token());
        settings.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(chat));
        settings.put("TELEGRAM_API_URL", telegram.apiUrl().toString());
        settings.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "secret");
        settings.put("SUPPORT_PUBLIC_URL", SITE);
        setWebhook(WEBHOOK, "secret", "[\"message\",\"edited_message\",\"my_chat_member\",\"callback_query\"]");
    }

    private List<Finding> examine() {
        return new Doctor(installation()).examine();
    }

    private Installation installation() {
        return new Installation(new Settings(settings::get), source, clock);
    }

    private Set<String> faults() {
        return faults(examine());
    }

    /** What happens in a chat is also an update, which nobody takes at this address. */
    private Set<String> chatFaults() {
        var keys = faults();
        keys.removeIf(key -> !key.startsWith("chat."));
        return keys;
    }

    /** The keys; each has its words and says what to do, and none shows a secret. */
    private Set<String> faults(List<Finding> findings) {
        var keys = new TreeSet<String>();
        for (var finding : findings) {
            if (finding.severity() != Severity.OK) {
                var words = finding.text(Texts.in("en")) + " " + finding.advice(Texts.in("en"));
                assertFalse(finding.advice(Texts.in("en")).isEmpty(), words);
                assertFalse(words.contains(telegram.token()), words);
                assertEquals(1, words.lines().count(), words);
                keys.add(finding.key());
            }
        }
        return keys;
    }

    /** A site that answers so, and one update that was brought to it in vain. */
    private void leadWebhookTo(int status) throws Exception {
        if (site != null) {
            site.stop(0);
        }
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        site.start();
        var url = "http://localhost:" + site.getAddress().getPort();
        setWebhook(url + Installation.WEBHOOK_PATH, "another", "[]");
        telegram.person(7_000 + status, "Vera", "en").write("Hello?");
        Await.until(
                "an update was refused with " + status,
                () -> telegram.webhook().lastErrorMessage().contains(Integer.toString(status)));
        // The sandbox calls this machine only, and there by http.
        settings.remove("SUPPORT_PUBLIC_URL");
    }

    private void setWebhook(String url, String secret, String kinds) throws IOException, InterruptedException {
        var query = "url=" + encoded(url) + "&secret_token=" + encoded(secret) + "&allowed_updates=" + encoded(kinds);
        var request = HttpRequest.newBuilder(
                URI.create(telegram.apiUrl() + "/bot" + telegram.token() + "/setWebhook?" + query));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DataSource unreachable() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        return source;
    }

    private void run(String statement) throws Exception {
        try (var connection = source.getConnection();
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
