package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.answerline.sandbox.LimitsOff;
import org.answerline.sandbox.LocalDatabase;

/** Everything that runs while it is measured: one PostgreSQL, the desk, the floor, and the sandbox Telegram. */
final class Rig implements AutoCloseable {

    /** As for a small machine in earnest, but for what counts statements; its cost is the same for both sides. */
    private static final Map<String, String> SETTINGS = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.track_utility", "on",
            "max_wal_size", "4GB",
            "shared_buffers", "256MB");

    /** Telegram's limits lifted, so that the dispatcher can show what it carries. */
    static final Map<String, String> WITHOUT_PACE =
            Map.of("TELEGRAM_PACE_CHAT", "0", "TELEGRAM_PACE_GROUP_MINUTE", "0", "TELEGRAM_PACE_TOTAL", "0");

    /** By which the site that is measured vouches for users. */
    static final String IDENTITY_SECRET = "the-secret-of-the-benchmark-0123456789";

    private final BenchOptions options;
    private final String secret = UUID.randomUUID().toString();
    private final Deque<Runnable> running = new ArrayDeque<>();
    private final LocalDatabase postgres;
    private final Database databases;
    private final Telegram telegram;
    private final Side floor;
    private Side desk;
    private final Numbers numbers = new Numbers();

    private Rig(BenchOptions options) {
        this.options = options;
        makeFolder(options.folder());
        postgres =
                kept(LocalDatabase.temporaryIn(options.folder().resolve("postgresql"), SETTINGS), LocalDatabase::close);
        databases = new Database(postgres.url());
        telegram = kept(new Telegram(options.folder().resolve("telegram.log")), Telegram::close);
        floor = kept(startFloor(), Side::close);
        desk = kept(startDesk(), Side::close);
    }

    /** Starts it all and waits until both sides answer. */
    static Rig start(BenchOptions options) {
        var rig = new Rig(options);
        rig.floor.awaitReady();
        rig.desk.awaitReady();
        return rig;
    }

    private Side startFloor() {
        var database = anew("floor");
        FloorWar.makeTables(database);
        return Side.start("floor", options, database, environment(database), FloorWar.pack(options.folder()));
    }

    private Side startDesk() {
        anew("desk");
        return deskWith(options.paced() ? Map.of() : WITHOUT_PACE);
    }

    /** An empty one, though a run that was killed may have left its own. */
    private Database anew(String name) {
        databases.run("drop database if exists " + name + " with (force)");
        databases.run("create database " + name);
        return databases.named(name);
    }

    private Side deskWith(Map<String, String> further) {
        var database = databases.named("desk");
        var environment = environment(database);
        environment.putAll(further);
        return Side.start("desk", options, database, environment);
    }

    /** Ends the desk and starts one with other settings on the same database. */
    void restartDesk(Map<String, String> further) {
        desk.close();
        desk = kept(deskWith(further), Side::close);
        desk.awaitReady();
    }

    /** What production has, with the limits of our callers off: a load is not a caller. */
    private Map<String, String> environment(Database database) {
        var all = new LinkedHashMap<>(System.getenv());
        all.keySet()
                .removeIf(name -> name.matches("(TELEGRAM|DATABASE|SUPPORT|OIDC|SMTP)_.*|HTTP_PORT|JAVA_TOOL_OPTIONS"));
        all.put("DATABASE_URL", database.url());
        all.put("DATABASE_USER", postgres.user());
        all.put("DATABASE_PASSWORD", postgres.password());
        all.put("TELEGRAM_SUPPORT_BOT_TOKEN", telegram.token());
        all.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(Bodies.OPERATOR));
        all.put("TELEGRAM_API_URL", telegram.url());
        all.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", secret);
        all.put("SUPPORT_IDENTITY_SECRET", IDENTITY_SECRET);
        all.putAll(LimitsOff.SETTINGS);
        return all;
    }

    private <T> T kept(T part, Consumer<T> end) {
        running.push(() -> end.accept(part));
        return part;
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BenchOptions options() {
        return options;
    }

    String secret() {
        return secret;
    }

    Side desk() {
        return desk;
    }

    Side floor() {
        return floor;
    }

    Telegram telegram() {
        return telegram;
    }

    Numbers numbers() {
        return numbers;
    }

    /** The main process of PostgreSQL. */
    long postgres() {
        return postgres.pid();
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().run();
        }
    }
}
