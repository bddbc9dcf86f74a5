package org.answerline.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerline.operations.settings.SettingsCheck;

/** What the environment asks of the try-out; a variable that is set but blank counts as unset. */
final class TryOutSettings {

    private static final int LARGEST_PORT = 65535;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final boolean needsSandbox;
    private final boolean needsDatabase;
    private final int httpPort;
    private final int sandboxPort;

    TryOutSettings(Map<String, String> given) {
        given.forEach((name, value) -> {
            if (!value.isBlank()) {
                environment.put(name, value);
            }
        });
        needsSandbox = !environment.containsKey("TELEGRAM_SUPPORT_BOT_TOKEN");
        needsDatabase = !environment.containsKey("DATABASE_URL");
        httpPort = port("HTTP_PORT", 8080);
        sandboxPort = port("SANDBOX_PORT", 8081);
        if (needsSandbox && httpPort == sandboxPort) {
            problems.add("HTTP_PORT and SANDBOX_PORT must differ, both are " + httpPort + ".");
        }
        if (!needsDatabase) {
            demand("DATABASE_USER");
            demand("DATABASE_PASSWORD");
        }
    }

    /** Where the site listens. */
    int httpPort() {
        return httpPort;
    }

    /** Where the sandbox Telegram listens, if it is needed. */
    int sandboxPort() {
        return sandboxPort;
    }

    /** Whether no bot is named, so that a sandbox has to stand in for Telegram. */
    boolean needsSandbox() {
        return needsSandbox;
    }

    /** Whether the desk tells Telegram by itself where it is, with a secret that the commands can tell too. */
    boolean registersItself() {
        return !needsSandbox && environment.containsKey("SUPPORT_PUBLIC_URL");
    }

    /** Whether no database is named, so that one has to be brought along. */
    boolean needsDatabase() {
        return needsDatabase;
    }

    /** A variable; null when it is unset. */
    String get(String name) {
        return environment.get(name);
    }

    /** Names the database of the desk. */
    void useDatabase(LocalDatabase database) {
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", database.user());
        environment.put("DATABASE_PASSWORD", database.password());
    }

    /** Names the sandbox as the desk's Telegram. */
    void useSandbox(URI api, URI links, String token, long adminChat) {
        // A username in the environment would be that of a real bot; the desk asks the sandbox instead.
        environment.remove("TELEGRAM_SUPPORT_BOT_USERNAME");
        environment.put("TELEGRAM_API_URL", api.toString());
        environment.put("TELEGRAM_LINK_URL", links.toString());
        environment.put("TELEGRAM_SUPPORT_BOT_TOKEN", token);
        environment.put("TELEGRAM_ADMIN_CHAT_ID", Long.toString(adminChat));
    }

    /** The webhook's secret: the one of the environment under either name, else the one kept in the file. */
    String secret(Path file) {
        var other = environment.get("TELEGRAM_WEBHOOK_SECRET");
        return environment.computeIfAbsent(
                "TELEGRAM_SUPPORT_WEBHOOK_SECRET", name -> other == null ? KeptSecret.in(file) : other);
    }

    /** All variables for the server. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** What makes a start impossible, one line a fault. */
    List<String> problems() {
        var all = new ArrayList<>(problems);
        SettingsCheck.problems(environment::get).stream()
                .filter(line -> !line.startsWith("HTTP_PORT "))
                // The sandbox brings its bot and its operator.
                .filter(line -> !needsSandbox || !line.matches("TELEGRAM_(SUPPORT_BOT_TOKEN|ADMIN_CHAT_ID).*"))
                .forEach(all::add);
        return all;
    }

    private int port(String name, int usual) {
        var text = environment.getOrDefault(name, Integer.toString(usual)).strip();
        var port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            problems.add(name + " must be a port number, 1 to " + LARGEST_PORT + ", not '" + text + "'.");
        }
        return port;
    }

    private void demand(String name) {
        if (!environment.containsKey(name)) {
            problems.add(name + " is not set: DATABASE_URL names a database, so its user and password are needed too.");
        }
    }
}
