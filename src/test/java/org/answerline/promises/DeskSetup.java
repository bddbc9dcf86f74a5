package org.answerline.promises;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.answerline.sandbox.LimitsOff;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.ServerSetup;
import org.answerline.sandbox.TraceCollector;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** How a desk for tests differs from the usual one. */
final class DeskSetup {

    private static final String[] OURS = {
        "TELEGRAM_", "DATABASE_", "SUPPORT_", "OIDC_", "SMTP_", "OTEL_", "HTTP_PORT", "SANDBOX_PORT"
    };

    /** Off unless a test sets them: otherwise all tests would share one message a second to the operator. */
    private static final List<String> PACES =
            List.of("TELEGRAM_PACE_CHAT", "TELEGRAM_PACE_GROUP_MINUTE", "TELEGRAM_PACE_TOTAL");

    private final SandboxOptions telegram = new SandboxOptions();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private long adminChat = 500;
    private String secret = UUID.randomUUID().toString();
    private boolean webhook = true;
    private boolean faults;
    private int nodes = 1;
    private Duration databaseAhead = Duration.ZERO;
    private UnaryOperator<ServerSetup> server = UnaryOperator.identity();
    private MailServer mail;
    private OpenIdProvider provider;
    private TraceCollector traces;

    /** Changes the sandbox Telegram; name its admin chat with {@link #adminChat} too if it is another one. */
    DeskSetup telegram(Consumer<SandboxOptions> change) {
        change.accept(telegram);
        return this;
    }

    /** The operator's chat, as the desk is told. */
    DeskSetup adminChat(long id) {
        adminChat = id;
        return this;
    }

    /** Sets a variable of the environment, or removes it when the value is null. */
    DeskSetup setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** The database's clock goes this much ahead of the nodes' clocks (behind, when negative). */
    DeskSetup databaseClock(Duration ahead) {
        databaseAhead = ahead;
        return this;
    }

    /** Before anybody else connects: sessions that begin from now on are told another time by now(). */
    void prepare(LocalDatabase database) {
        if (databaseAhead.isZero()) {
            return;
        }
        database.sql("create schema skewed");
        database.sql("create function skewed.now() returns timestamptz language sql stable as"
                + " $$select pg_catalog.now() + interval '" + databaseAhead.toSeconds() + " seconds'$$");
        database.sql("alter role " + database.user() + " set search_path = public, skewed, pg_catalog");
    }

    /** No secret: neither the desk nor the Bot API is told one. */
    DeskSetup withoutSecret() {
        secret = "";
        return this;
    }

    /** The webhook stays unset. */
    DeskSetup withoutWebhook() {
        webhook = false;
        return this;
    }

    /** The test makes something fail in a way that the server logs with a stack trace. */
    DeskSetup withFaults() {
        faults = true;
        return this;
    }

    /** So many servers on the one database, sharing their sessions; the webhook leads to the first. */
    DeskSetup nodes(int count) {
        nodes = count;
        return this;
    }

    /** Changes the servers themselves. */
    DeskSetup server(UnaryOperator<ServerSetup> change) {
        server = change;
        return this;
    }

    /** Sends e-mails to a mail server of its own. */
    DeskSetup withMailServer(TlsProxy.Kind kind) {
        mail = new MailServer(kind);
        return mail.serve(this);
    }

    /** An OpenID provider of its own says who is there. */
    DeskSetup withOpenIdProvider() {
        provider = new OpenIdProvider();
        provider.serve(this);
        return this;
    }

    /** Traces go to a collector of its own. */
    DeskSetup withTraces() {
        traces = TraceCollector.start();
        return setting("OTEL_SDK_DISABLED", "false")
                .setting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .setting("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint().toString())
                .setting("OTEL_BSP_SCHEDULE_DELAY", "200")
                .setting("OTEL_METRICS_EXPORTER", "none")
                .setting("OTEL_LOGS_EXPORTER", "none");
    }

    /** Payara writes a JSON object for each line of its log; the other servers go on as they are. */
    DeskSetup withJsonLog() {
        return ServerSetup.isPayara() ? server(JsonLog::configure) : this;
    }

    UnaryOperator<ServerSetup> server() {
        return server;
    }

    MailServer mail() {
        return mail;
    }

    OpenIdProvider provider() {
        return provider;
    }

    TraceCollector traces() {
        return traces;
    }

    boolean hasFaults() {
        return faults;
    }

    int nodes() {
        return nodes;
    }

    SandboxOptions telegram() {
        return telegram;
    }

    String secret() {
        return secret;
    }

    boolean hasWebhook() {
        return webhook;
    }

    /** All variables the server sees: this JVM's own without any setting of ours, then the test's. */
    Map<String, String> environment(LocalDatabase database, SandboxTelegram sandbox) {
        var all = new LinkedHashMap<>(System.getenv());
        all.keySet().removeIf(DeskSetup::isOurs);
        all.put("DATABASE_URL", database.url());
        all.put("DATABASE_USER", database.user());
        all.put("DATABASE_PASSWORD", database.password());
        all.put("TELEGRAM_SUPPORT_BOT_TOKEN", sandbox.token());
        all.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(adminChat));
        all.put("TELEGRAM_API_URL", sandbox.apiUrl().toString());
        all.put("TELEGRAM_LINK_URL", sandbox.linkUrl().toString());
        PACES.forEach(rateLimits -> all.put(rateLimits, "0"));
        all.putAll(LimitsOff.SETTINGS);
        if (!secret.isEmpty()) {
            all.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", secret);
        }
        all.putAll(settings);
        all.values().removeIf(value -> value == null);
        return all;
    }

    private static boolean isOurs(String variable) {
        for (var prefix : OURS) {
            if (variable.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
