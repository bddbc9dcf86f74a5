package org.answerline.sandbox.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.answerline.sandbox.DataGrid;
import org.answerline.sandbox.LimitsOff;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.ServerSetup;
import org.answerline.sandbox.WebhookRegistration;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** A chaos run: two nodes, one database, one sandbox Telegram, and everybody who uses or breaks them. */
public final class Chaos implements AutoCloseable {

    private static final int NODES = 2;
    private static final Duration DRAINING = Duration.ofMinutes(4);
    private static final Duration RECOVERY = Node.START.multipliedBy(3);

    private final ChaosPlan plan;
    private final Journal journal = new Journal();
    private final String secret = UUID.randomUUID().toString();
    private final ExecutorService threads = Executors.newCachedThreadPool(Chaos::daemon);
    private final LocalDatabase database;
    private final SandboxTelegram telegram;
    private final List<Node> nodes = new ArrayList<>();
    private final Relay relay;

    private Chaos(ChaosPlan plan) {
        this.plan = plan;
        database = LocalDatabase.temporaryIn(plan.folder().resolve("postgresql-" + UUID.randomUUID()));
        telegram = SandboxTelegram.start(options(plan));
        var grids = DataGrid.ofNodes(NODES);
        for (int i = 0; i < NODES; i++) {
            var name = "node-" + (i + 1);
            var setup = ServerSetup.ofThisBuild(plan.folder().resolve(name), 0, environment(name));
            nodes.add(new Node(name, setup.in(grids.get(i)), journal));
        }
        relay = new Relay(nodes, threads, plan.seed());
    }

    private static SandboxOptions options(ChaosPlan plan) {
        var kind = plan.isForum() ? ChatKind.SUPERGROUP : ChatKind.PRIVATE;
        return new SandboxOptions().adminChat(plan.operatorsChat(), kind).forum(plan.isForum());
    }

    /** Runs it to its end, writes {@code report.txt}, and stops all it started. */
    public static ChaosReport run(ChaosPlan plan) {
        try (var chaos = new Chaos(plan)) {
            var report = chaos.run();
            Files.writeString(plan.folder().resolve("report.txt"), report.text());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChaosReport run() {
        nodes.forEach(Node::awaitReady);
        WebhookRegistration.register(telegram.apiUrl(), telegram.token(), relay.url(), secret);
        var people = IntStream.rangeClosed(1, plan.people())
                .mapToObj(number -> new Person(number, plan, nodes, telegram, journal))
                .toList();
        people.forEach(Person::join);
        telegram.awaitIdle(Duration.ofMinutes(1));

        telegram.faults().circuitBreaker(plan.seed(), FaultPlan.faults(plan.operatorsChat()));
        List<Future<?>> busy = new ArrayList<>();
        people.forEach(person -> busy.add(threads.submit(person::talk)));
        busy.add(threads.submit(new Operators(plan, telegram, journal)::work));
        busy.add(threads.submit(new Repeater(telegram, journal, plan.seed())::repeat));
        busy.add(threads.submit(new NodeKiller(plan, nodes, database, journal, threads)::work));
        Pause.of(plan.length());
        stop(busy);
        long faults = telegram.faults().count();
        telegram.faults().clear();

        var end = System.nanoTime();
        long waiting = drain();
        return ChaosReport.of(plan, journal, audit(people), faults, Duration.ofNanos(System.nanoTime() - end), waiting);
    }

    private void stop(List<Future<?>> busy) {
        busy.stream().filter(Future::isDone).forEach(this::noteWhoLeft);
        busy.forEach(one -> one.cancel(true));
        // Who was in the middle of something finishes it.
        Pause.of(Duration.ofSeconds(5));
    }

    private void noteWhoLeft(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            journal.left.add("somebody left before the end: " + e.getCause());
        } catch (InterruptedException stop) {
            throw new Pause.Stopped();
        }
    }

    /** How much still waits when nothing more happens. */
    private long drain() {
        var start = System.nanoTime() + RECOVERY.toNanos();
        // Whoever killed one may have been stopped before somebody was told to revive it.
        nodes.forEach(node -> threads.execute(node::revive));
        while (!nodes.stream().allMatch(Node::isReady)) {
            if (System.nanoTime() > start) {
                throw new IllegalStateException("Not every server came back within " + RECOVERY + ": "
                        + nodes.stream().map(Node::state).toList());
            }
            Pause.of(Duration.ofMillis(500));
        }
        telegram.awaitIdle(DRAINING);
        var end = System.nanoTime() + DRAINING.toNanos();
        long waiting = waiting();
        while (waiting > 0 && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(500));
            waiting = waiting();
        }
        return waiting;
    }

    private long waiting() {
        var rows = database.sql("select count(*) as waiting from deliveries where state = 'WAITING'");
        return ((Number) rows.get(0).get("waiting")).longValue();
    }

    private Audit audit(List<Person> people) {
        var texts = database.sql("select text from support_messages order by id").stream()
                .map(row -> (String) row.get("text"))
                .toList();
        var chats = IntStream.rangeClosed(0, plan.people())
                .mapToObj(user -> telegram.transcript(user == 0 ? plan.operatorsChat() : Person.chatOf(user)))
                .toList();
        var audit = new Audit(plan, journal, texts, chats, telegram.requests());
        audit.corrections = corrections(people, chats);
        audit.made();
        audit.checkDelivered(database.sql("select text from support_messages where delivery = 'DELIVERED'").stream()
                .map(row -> (String) row.get("text"))
                .toList());
        audit.strange.addAll(journal.left);
        database.sql("select reason from rejected_updates")
                .forEach(row -> audit.strange.add("an update was set aside: " + row.get("reason")));
        database.sql(
                        "select id, failure from deliveries where state = 'GAVE_UP' and purpose not in ('RECEIPT', 'EDIT', 'TOPIC_ICON')")
                .forEach(row -> audit.strange.add("delivery " + row.get("id") + " ended: " + row.get("failure")));
        explain(audit.unstored);
        return audit;
    }

    /** Writes what is known of messages that are not stored to {@code unstored.txt}: who wrote them where, what the bot said, and their updates. */
    private void explain(List<Words> unstored) {
        var chat = telegram.transcript(plan.operatorsChat());
        List<String> lines = new ArrayList<>();
        for (var words : unstored) {
            chat.stream()
                    .filter(message ->
                            Words.in(message.text()).filter(words::equals).isPresent())
                    .forEach(message -> {
                        lines.add(words + ": " + message.json());
                        chat.stream()
                                .filter(other ->
                                        other.fromBot() && other.replyTo().orElse(0) == message.id())
                                .forEach(hint -> lines.add("  answered by: " + hint.json()));
                    });
            telegram.updates().stream()
                    .filter(update ->
                            Words.in(update.json()).filter(words::equals).isPresent())
                    .forEach(update -> lines.add("  " + update + ": " + update.json()));
        }
        try {
            Files.write(plan.folder().resolve("unstored.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CorrectionAudit corrections(List<Person> people, List<List<SandboxMessage>> chats) {
        var audit = new CorrectionAudit(plan, journal);
        database.sql("select text, delivery from support_messages")
                .forEach(row -> audit.stored((String) row.get("text"), (String) row.get("delivery")));
        database.sql("select text from conversation_notes").forEach(row -> audit.kept((String) row.get("text")));
        chats.forEach(chat -> chat.forEach(audit::stands));
        telegram.requests().forEach(audit::called);
        people.forEach(person -> person.shown().forEach(audit::onTheSite));
        return audit.made();
    }

    private Map<String, String> environment(String node) {
        var all = new LinkedHashMap<>(System.getenv());
        all.keySet().removeIf(name -> name.matches("(TELEGRAM|DATABASE|SUPPORT)_.*|HTTP_PORT"));
        all.put("DATABASE_URL", database.url());
        all.put("DATABASE_USER", database.user());
        all.put("DATABASE_PASSWORD", database.password());
        all.put("TELEGRAM_SUPPORT_BOT_TOKEN", telegram.token());
        all.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(plan.operatorsChat()));
        all.put("TELEGRAM_API_URL", telegram.apiUrl(node).toString());
        all.put("TELEGRAM_LINK_URL", telegram.linkUrl().toString());
        all.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", secret);
        all.put("TELEGRAM_ANSWER_TIMEOUT", "3000");
        all.put("TELEGRAM_PACE_CHAT", "0");
        all.put("TELEGRAM_PACE_GROUP_MINUTE", "0");
        all.put("TELEGRAM_PACE_TOTAL", "0");
        all.putAll(LimitsOff.SETTINGS);
        return all;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "chaos");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((who, why) -> {
            if (!(why instanceof Pause.Stopped)) {
                why.printStackTrace();
            }
        });
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        relay.close();
        nodes.forEach(Node::close);
        telegram.close();
        database.close();
    }
}
