package org.answerline.promises;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.DataGrid;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.ServerProcess;
import org.answerline.sandbox.ServerSetup;
import org.answerline.sandbox.TraceCollector;
import org.answerline.sandbox.WebhookRegistration;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** A whole running desk for tests: real PostgreSQL, the sandbox Telegram, and the WAR in a server of its own. */
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DeskSetup setup;
    private final LocalDatabase database;
    private final SandboxTelegram telegram;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final AtomicInteger people = new AtomicInteger();
    private volatile boolean stands;

    private Desk(DeskSetup setup) {
        this.setup = setup;
        database = LocalDatabase.temporary();
        setup.prepare(database);
        telegram = SandboxTelegram.start(setup.telegram());
        var where = Path.of(System.getProperty("answerline.server")).resolveSibling("desks");
        var folder = where.resolve("desk-" + COUNT.incrementAndGet());
        var grids = setup.nodes() == 1 ? List.of(DataGrid.NONE) : DataGrid.ofNodes(setup.nodes());
        for (int i = 0; i < setup.nodes(); i++) {
            var work = i == 0 ? folder : folder.resolve("node-" + (i + 1));
            var server = ServerSetup.ofThisBuild(work, 0, setup.environment(database, telegram));
            servers.add(ServerProcess.start(setup.server().apply(server.in(grids.get(i))), line -> {}));
        }
    }

    /** A desk for one test, which closes it: for settings that no {@link SharedDesk} has, or to break it for good. */
    static Desk own(Consumer<DeskSetup> changes) {
        var setup = new DeskSetup();
        changes.accept(setup);
        var desk = new Desk(setup);
        try {
            desk.servers.forEach(server -> server.awaitReady(PATIENCE));
            desk.registerWebhook();
            desk.stands = true;
            return desk;
        } catch (RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /** Where the site is, without a slash at the end. */
    URI url() {
        return server().url();
    }

    /** Returns when the desk knows this about the topics of a group: ALLOWED, NOT_ALLOWED or NONE. */
    void awaitTopics(long group, String state) {
        Await.until("topics are " + state, () -> !database()
                .sql(
                        "select 1 from remembered_facts where name = ? and value = ?",
                        "admin_chat." + group + ".topics",
                        state)
                .isEmpty());
    }

    /** The database behind the desk. */
    LocalDatabase database() {
        return database;
    }

    /** The Telegram the desk talks to. */
    SandboxTelegram telegram() {
        return telegram;
    }

    /** The server's process. */
    ServerProcess server() {
        return server(0);
    }

    /** The process of one of several servers, counted from 0. */
    ServerProcess server(int node) {
        return servers.get(node);
    }

    /** The server that takes the desk's e-mails; null unless the desk was set up with one. */
    MailServer mail() {
        return setup.mail();
    }

    /** The OpenID provider behind the desk's sign-in; null unless the desk was set up with one. */
    OpenIdProvider provider() {
        return setup.provider();
    }

    /** What collects the desk's traces; null unless the desk was set up with one. */
    TraceCollector traces() {
        return setup.traces();
    }

    /** All variables that the servers were started with. */
    Map<String, String> environment() {
        return setup.environment(database, telegram);
    }

    /** What the Bot API sends with every update; empty if the desk knows none. */
    String webhookSecret() {
        return setup.secret();
    }

    /** Somebody who has not signed in. */
    Browser visitor() {
        return new Browser(url());
    }

    /** Somebody new, who has just opened an account of this full name. */
    Browser signUp(String fullName) {
        var browser = visitor();
        browser.signUp(newEmail(), fullName);
        return browser;
    }

    /** Somebody with an account of this full name made beforehand, signed in. */
    Browser signedIn(String fullName) {
        var browser = visitor();
        browser.signIn(account(fullName)).expect(303);
        return browser;
    }

    /** The address of an account made beforehand, with the password that everybody has. */
    String account(String fullName) {
        var email = newEmail();
        database.sql(
                "insert into users (email, full_name, password_hash, created_at) values (?, ?, ?, now())",
                email,
                fullName,
                FastPasswordHash.of(Browser.PASSWORD));
        return email;
    }

    private String newEmail() {
        return "person-" + people.incrementAndGet() + "@example.org";
    }

    @Override
    public void close() {
        var silence = new LogPrivacy(this);
        servers.forEach(ServerProcess::close);
        telegram.close();
        database.close();
        Stream.of(setup.mail(), setup.provider(), setup.traces())
                .filter(Objects::nonNull)
                .forEach(Desk::close);
        servers.forEach(server -> silence.check(server.log()));
        if (shouldBeCalm()) {
            servers.forEach(server -> ServerLogErrors.check(server.log()));
        }
    }

    private static void close(AutoCloseable companion) {
        try {
            companion.close();
        } catch (Exception e) {
            throw new IllegalStateException("Could not stop " + companion, e);
        }
    }

    /** Payara alone, whose nodes are not made to miss each other, with a database that was left in peace. */
    private boolean shouldBeCalm() {
        return stands && setup.nodes() == 1 && !setup.hasFaults() && !database.wasBroken() && ServerSetup.isPayara();
    }

    /** Starts the database again and returns when the site works with it. */
    void restartDatabase() {
        database.restart();
        Await.until("the site works again", () -> visitor().get("/health/ready").status() == 200);
    }

    /** Leads the webhook to one of several servers, as a balancer would. */
    void leadWebhookTo(int node) {
        WebhookRegistration.register(
                telegram.apiUrl(), telegram.token(), server(node).url(), setup.secret());
    }

    private void registerWebhook() {
        if (setup.hasWebhook()) {
            leadWebhookTo(0);
        }
    }
}
