package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;

/** A running sandbox Telegram: the Bot API over HTTP, the webhook sender, and the people who talk to the bot. */
public final class SandboxTelegram implements AutoCloseable {
    private static final int BACKLOG = 1000;
    private static final int WORKERS = 32;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final SandboxOptions options;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, daemon("sandbox-http"));
    private final ExecutorService senders = Executors.newFixedThreadPool(4, daemon("sandbox-webhook"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("sandbox-timer"));
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final EventStream events = new EventStream();
    private final Chats chats;
    private final BotApiMethods methods;
    private final Webhook webhook;
    private final WebhookCaller caller;
    private final Messenger messenger;
    private final Participant operator;

    private SandboxTelegram(SandboxOptions options) throws IOException {
        this.options = options;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port), BACKLOG);
        chats = chats(options, events);
        caller = new WebhookCaller(senders, options.webhookTimeout);
        webhook = new Webhook(caller, timer, options.rateLimits, this::answered);
        JsonObject bot = bot(options);
        CallbackQueries queries = new CallbackQueries();
        UpdateFeed feed = new UpdateFeed(webhook, bot);
        messenger = new Messenger(chats, feed, queries, options);
        Limits limits = new Limits(options.limits);
        methods = new BotApiMethods(
                bot,
                chats,
                new MessageMethods(bot, chats, limits),
                new MediaMethods(MessageMethods.author(bot), chats, limits),
                new ForumMethods(MessageMethods.author(bot), chats, limits, feed),
                new WebhookMethods(webhook),
                queries);
        operator = seat();
        server.setExecutor(workers);
        BotApiEndpoint door = new BotApiEndpoint(options.token, methods, faults, log, timer, workers);
        server.createContext("/bot", door);
        FileEndpoint files = new FileEndpoint("/file/bot" + options.token + "/", faults);
        server.createContext(BotApiEndpoint.FROM, call -> (FileEndpoint.isFile(call) ? files : door).handle(call));
        server.createContext("/file/", files);
        server.createContext("/sandbox-file/", new FileEndpoint("/sandbox-file/", new Faults()));
        server.createContext("/sandbox/", new SandboxEndpoint(this, events));
        server.createContext("/", new SandboxPage(options.username));
        server.start();
    }

    /** Starts listening. */
    public static SandboxTelegram start(SandboxOptions options) {
        try {
            return new SandboxTelegram(options);
        } catch (IOException unable) {
            throw new UncheckedIOException("The sandbox Telegram cannot listen on port " + options.port, unable);
        }
    }

    private static Chats chats(SandboxOptions options, EventStream events) {
        if (options.folder == null) {
            return new Chats(options, events, newcomer -> {});
        }
        ChatArchive storage = ChatArchive.in(options.folder);
        Chats chats = new Chats(options, storage.and(events), storage::met);
        storage.restore(chats);
        return chats;
    }

    private static JsonObject bot(SandboxOptions options) {
        return Json.createObjectBuilder()
                .add("id", options.botId())
                .add("is_bot", true)
                .add("first_name", "Answerline sandbox")
                .add("username", options.username)
                .add("can_join_groups", true)
                .add("can_read_all_group_messages", !options.privacyMode)
                .add("supports_inline_queries", false)
                .build();
    }

    private Participant seat() {
        boolean alone = options.adminChatKind == ChatKind.PRIVATE;
        Person person = chats.person(new Person(alone ? options.adminChatId : 500, options.operatorName, "", "", "en"));
        Chat chat = alone
                ? chats.get(person.id())
                : chats.group(options.adminChatId, options.adminChatKind, "Support operators");
        chat.access(Access.OPEN);
        if (options.forum) {
            chat.forum(true);
            chat.rights(BotRights.ALL);
        }
        return new Participant(messenger, person, chat, false);
    }

    /** Where the Bot API is, without a slash at the end: {@code http://127.0.0.1:PORT}. */
    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The same for one of several senders, whose name (letters, digits, -) its calls bear in {@link #requests()}. */
    public URI apiUrl(String sender) {
        return URI.create(apiUrl() + BotApiEndpoint.FROM + sender);
    }

    /** What stands before {@code /<bot>?start=…} in a deep link, for a browser on this machine. */
    public URI linkUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The bot's token. */
    public String token() {
        return options.token;
    }

    /** The bot's username, without the at sign. */
    public String botUsername() {
        return options.username;
    }

    /** From now on the bot misses plain talk in groups, or hears it as an admin of its groups does. */
    public void privacyMode(boolean value) {
        options.privacyMode(value);
    }

    /** The operator in the admin chat. */
    public Participant operator() {
        return operator;
    }

    /** The admin chat as a group; it must be one. */
    public Group adminGroup() {
        return new Group(messenger, chats.get(options.adminChatId), operator.person());
    }

    /** Another group with the bot in it. */
    public Group group(long id, ChatKind kind, String title) {
        return new Group(messenger, chats.group(id, kind, title), operator.person());
    }

    /** A person, made on first mention; an empty language is not told to the bot. */
    public Participant person(long id, String firstName, String languageCode) {
        return person(new Person(id, firstName, "", "", languageCode));
    }

    /** A person, made on first mention, in the private chat with the bot. */
    public Participant person(Person person) {
        Person known = chats.person(person);
        return new Participant(messenger, known, chats.get(known.id()), false);
    }

    /** What goes wrong on demand. */
    public Faults faults() {
        return faults;
    }

    /** All messages of a chat as they stand now, oldest first, deleted ones included; empty for an unknown chat. */
    public List<SandboxMessage> transcript(long chatId) {
        return chats.find(chatId).map(Chat::transcript).orElse(List.of());
    }

    /** Waits until a message of the chat, new or old, satisfies the condition; fails with the transcript. */
    public SandboxMessage awaitMessage(long chatId, Predicate<SandboxMessage> wanted, Duration patience) {
        return waiting(() -> chats.get(chatId).await(wanted, patience))
                .orElseThrow(() -> new AssertionError("No such message in chat " + chatId + " within " + patience
                        + "; there is " + transcript(chatId)));
    }

    /** Waits until every update is delivered. */
    public void awaitIdle(Duration patience) {
        if (!waiting(() -> webhook.awaitIdle(patience))) {
            throw new AssertionError("Updates still wait after " + patience + ": " + webhook());
        }
    }

    private interface Waiting<T> {
        T call() throws InterruptedException;
    }

    private static <T> T waiting(Waiting<T> action) {
        try {
            return action.call();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", interrupted);
        }
    }

    /** The newest Bot API calls, at most 50,000, oldest first. */
    public List<BotRequest> requests() {
        return log.all();
    }

    /** What people read when they had pressed buttons, in the order of the answers; empty texts included. */
    public List<String> callbackAnswers() {
        return messenger.queries().answers();
    }

    /** The newest updates, at most 20,000, oldest first. */
    public List<SandboxUpdate> updates() {
        return messenger.feed().recent();
    }

    /** The state of the webhook. */
    public WebhookInfo webhook() {
        return webhook.info();
    }

    /** Posts any body to the webhook with the right secret, past all queues; returns the HTTP status. */
    public int deliverRaw(String json) {
        return deliverRaw(json, webhook.settings().secret());
    }

    /** Posts any body to the webhook with this secret, none if empty; returns the HTTP status. */
    public int deliverRaw(String json, String secret) {
        return caller.post(webhookUrl(), secret, json).join().statusCode();
    }

    /** Posts any body with this secret, none if empty, to the webhook of a desk that need not be registered; returns the HTTP status. */
    public int deliverTo(URI site, String json, String secret) {
        return caller.post(site + "/telegram/support-webhook/", secret, json)
                .join()
                .statusCode();
    }

    /** Sends a past update again, one after the other or all at once; returns the HTTP statuses. */
    public List<Integer> redeliver(long updateId, int times, boolean concurrently) {
        String json = messenger.feed().find(updateId).orElseThrow().json();
        String secret = webhook.settings().secret();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            sent.add(caller.post(webhookUrl(), secret, json));
            if (!concurrently) {
                sent.get(i).join();
            }
        }
        return sent.stream().map(answer -> answer.join().statusCode()).toList();
    }

    private String webhookUrl() {
        if (!webhook.settings().isSet()) {
            throw new IllegalStateException("No webhook is set");
        }
        return webhook.settings().url();
    }

    /** A webhook may answer with a method call, whose result it never learns. */
    private void answered(HttpResponse<String> response) {
        AnsweredCall.in(response).ifPresent(methods::run);
    }

    Chats chats() {
        return chats;
    }

    @Override
    public void close() {
        faults.clear();
        events.close();
        server.stop(0);
        timer.shutdownNow();
        senders.shutdownNow();
        workers.shutdownNow();
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
