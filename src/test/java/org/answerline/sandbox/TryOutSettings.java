package org.answerline.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerline.operations.settings.SettingsCheck;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;

/** What the environment asks of the try-out; a variable that is set but blank counts as unset. */
final class TryOutSettings {

    private static final List<String> OPERATORS = List.of("private", "group", "forum");

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final boolean needsDatabase;
    private final TryOutPorts ports;

    TryOutSettings(Map<String, String> given) {
        given.forEach((name, value) -> {
            if (!value.isBlank()) {
                environment.put(name, value);
            }
        });
        needsDatabase = !environment.containsKey("DATABASE_URL");
        ports = new TryOutPorts(environment);
        problems.addAll(ports.problems());
        if (!OPERATORS.contains(operators())) {
            problems.add("SANDBOX_OPERATORS must be private, group or forum.");
        }
        if (!needsDatabase) {
            demand("DATABASE_USER");
            demand("DATABASE_PASSWORD");
        }
    }

    /** Where to listen, and whether the sandbox has to. */
    TryOutPorts ports() {
        return ports;
    }

    /** The kind of the operators' chat in the sandbox: private, group or forum. */
    String operators() {
        return environment.getOrDefault("SANDBOX_OPERATORS", "private");
    }

    /** Whether the desk tells Telegram by itself where it is, with a secret that the commands can tell too. */
    boolean registersItself() {
        return !ports.needsSandbox() && environment.containsKey("SUPPORT_PUBLIC_URL");
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

    /** The password of the pages under /owner/: the one of the environment, else the one kept in the file. */
    String ownerPassword(Path file) {
        return environment.computeIfAbsent("SUPPORT_OWNER_PASSWORD", name -> KeptSecret.in(file));
    }

    /** Whether the environment itself names the owner's password, which is then not repeated on the screen. */
    boolean hasOwnerPassword() {
        return environment.containsKey("SUPPORT_OWNER_PASSWORD");
    }

    /** All variables for the server. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** What makes a start impossible, one line a fault. */
    List<String> problems() {
        var all = new ArrayList<>(problems);
        SettingsCheck.problems(new Settings(environment::get)).stream()
                .filter(problem -> !problem.setting().equals("HTTP_PORT"))
                // The sandbox brings its bot and its operator.
                .filter(problem -> !ports.needsSandbox()
                        || !problem.setting().matches("TELEGRAM_(SUPPORT_BOT_TOKEN|ADMIN_CHAT_ID)"))
                .map(problem -> problem.text(Texts.in("en")))
                .forEach(all::add);
        return all;
    }

    private void demand(String name) {
        if (!environment.containsKey(name)) {
            problems.add(name + " is not set: DATABASE_URL names a database, so its user and password are needed too.");
        }
    }
}
