package org.answerline.operations.settings;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerline.platform.text.Texts;

/** Looks at the settings before anything starts; one clear line a fault, naming the variable and never a secret's value. */
public final class SettingsCheck {

    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,18}):[A-Za-z0-9_-]{1,80}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern USERNAME = Pattern.compile("@?[A-Za-z0-9_]{4,32}");
    // As a browser writes it: lower case, no path, no port that goes without saying.
    private static final String ORIGIN =
            "(?!http:[^,]*:80\\b)(?!https:[^,]*:443\\b)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[1-9][0-9]{0,4})?";
    private static final Pattern ORIGINS = Pattern.compile(ORIGIN + "(?:\\s*,\\s*" + ORIGIN + ")*");
    private static final Pattern PORT =
            Pattern.compile("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]");
    private static final List<String> SECRETS = List.of("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "TELEGRAM_WEBHOOK_SECRET");

    private final UnaryOperator<String> environment;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** What makes a start impossible. */
    public static List<String> problems(UnaryOperator<String> environment) {
        SettingsCheck check = new SettingsCheck(environment);
        check.token();
        check.adminChat();
        check.optional();
        check.problems.addAll(SignInSettings.problems(environment));
        check.problems.addAll(MailSettings.problems(environment));
        check.problems.addAll(SecuritySettings.problems(environment));
        return List.copyOf(check.problems);
    }

    /** What of the database has to be named where no server brings it: each setting that is missing. */
    public static List<String> databaseProblems(UnaryOperator<String> environment) {
        Map<String, String> needed = Map.of(
                "DATABASE_URL", "the JDBC URL of the desk's PostgreSQL, jdbc:postgresql://HOST/NAME",
                "DATABASE_USER", "the database's user",
                "DATABASE_PASSWORD", "the password of the database's user");
        return Stream.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD")
                .filter(name -> isAbsent(environment.apply(name)))
                .map(name -> name + " is not set. Set it to " + needed.get(name) + ".")
                .toList();
    }

    /** What works but should not stay so. */
    public static List<String> warnings(UnaryOperator<String> environment) {
        boolean open = SECRETS.stream().map(environment).allMatch(SettingsCheck::isAbsent)
                && isAbsent(environment.apply("SUPPORT_PUBLIC_URL"));
        return open
                ? List.of(
                        "TELEGRAM_SUPPORT_WEBHOOK_SECRET is not set: anybody who knows the webhook's URL can send updates as"
                                + " Telegram. Set SUPPORT_PUBLIC_URL, and the webhook is registered with a secret of its own.")
                : List.of();
    }

    private void token() {
        String token = environment.apply("TELEGRAM_SUPPORT_BOT_TOKEN");
        if (isAbsent(token)) {
            problems.add("TELEGRAM_SUPPORT_BOT_TOKEN is not set. Set it to the token that @BotFather gave you.");
        } else if (!isToken(token.strip())) {
            problems.add("TELEGRAM_SUPPORT_BOT_TOKEN is not in the format of a bot token, <number>:<letters>.");
        }
    }

    /** The number before the colon is the bot's id, which Telegram keeps within 64 bits. */
    private static boolean isToken(String text) {
        Matcher token = TOKEN.matcher(text);
        return token.matches() && new BigInteger(token.group(1)).bitLength() < Long.SIZE;
    }

    private void adminChat() {
        String chat = environment.apply("TELEGRAM_ADMIN_CHAT_ID");
        if (isAbsent(chat)) {
            problems.add("TELEGRAM_ADMIN_CHAT_ID is not set. Set it to the id of the operators' chat, a whole number.");
        } else if (!chat.strip().matches("-?[1-9][0-9]{0,15}")) {
            problems.add("TELEGRAM_ADMIN_CHAT_ID must be a whole number (groups have a minus), not '" + chat + "'.");
        }
    }

    private void timeouts() {
        List.of("TELEGRAM_CONNECT_TIMEOUT", "TELEGRAM_ANSWER_TIMEOUT", "TELEGRAM_UPLOAD_TIMEOUT")
                .forEach(name -> matches(
                        name,
                        Pattern.compile("[1-9][0-9]{2,6}"),
                        "must be a whole number of milliseconds, from 100 to 9999999."));
    }

    private void optional() {
        SECRETS.forEach(name -> matches(name, SECRET, "must be 1-256 characters of A-Z a-z 0-9 _ -."));
        matches("TELEGRAM_SUPPORT_BOT_USERNAME", USERNAME, "must be the bot's username, such as MySupportBot.");
        matches("SUPPORT_OWNER_PASSWORD", Pattern.compile(".{12,200}"), "must have 12 to 200 characters.");
        matches("SUPPORT_SIGN_UP", Pattern.compile("open|closed"), "must be open or closed.");
        matches(
                "SUPPORT_LANGUAGE",
                Pattern.compile(String.join("|", Texts.LANGUAGES)),
                "must be one of " + String.join(", ", Texts.LANGUAGES) + ".");
        files();
        timeouts();
        matches("SUPPORT_OPERATOR_RECEIPTS", Pattern.compile("reaction|none"), "must be reaction or none.");
        List.of("TELEGRAM_PACE_GROUP_MINUTE", "TELEGRAM_PACE_TOTAL")
                .forEach(name -> matches(name, Pattern.compile("[0-9]{1,6}"), "must be a whole number; 0 is off."));
        matches("TELEGRAM_PACE_CHAT", Pattern.compile("[0-9]{1,6}(\\.[0-9]+)?"), "must be a number; 0 is off.");
        List.of("TELEGRAM_API_URL", "TELEGRAM_LINK_URL", "SUPPORT_PUBLIC_URL").forEach(this::url);
        matches(
                "SUPPORT_RETENTION_DAYS",
                Pattern.compile("[1-9][0-9]{0,4}"),
                "must be a whole number of days, at least 1. Leave it unset to keep messages forever.");
        matches(
                "SUPPORT_DATABASE_WAIT",
                Pattern.compile("[0-9]{1,4}"),
                "must be a whole number of seconds, at most 9999.");
        matches("HTTP_PORT", PORT, "must be a port number from 1 to 65535.");
        matches("SUPPORT_STREAMS_MAX", Pattern.compile("[0-9]{1,6}"), "must be a whole number.");
        matches(
                "SUPPORT_WIDGET_ORIGINS",
                ORIGINS,
                "must be origins such as https://www.example.org, in lower case, without a path or a usual port,"
                        + " separated by commas.");
        matches(
                "DATABASE_URL",
                Pattern.compile("jdbc:postgresql:.+"),
                "must be a JDBC URL of PostgreSQL, jdbc:postgresql://…");
    }

    private void files() {
        matches(
                "SUPPORT_FILES",
                Pattern.compile("database|off|folder:\\s*(/|[A-Za-z]:[\\\\/]).*"),
                "must be database, off, or folder: with an absolute path behind it, such as folder:/var/lib/answerline.");
        matches("SUPPORT_FILE_MAX_MB", Pattern.compile("[1-9]|1[0-9]|20"), "must be a whole number from 1 to 20.");
        matches("SUPPORT_FILES_COUNT", Pattern.compile("[1-9]|10"), "must be a whole number from 1 to 10.");
        folder();
    }

    private void folder() {
        String place = environment.apply("SUPPORT_FILES");
        if (!isAbsent(place) && place.strip().startsWith("folder:/")) {
            Path folder = Path.of(place.strip().substring("folder:".length()).strip());
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                problems.add("SUPPORT_FILES names a folder that is not there or cannot be written to: " + folder + ".");
            }
        }
    }

    private void url(String name) {
        String value = environment.apply(name);
        if (!isAbsent(value) && !isWebAddress(value.strip())) {
            problems.add(name + " must be an http or https URL, without ? or # in it.");
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private void matches(String name, Pattern pattern, String demand) {
        String value = environment.apply(name);
        if (!isAbsent(value) && !pattern.matcher(value.strip()).matches()) {
            problems.add(name + " " + demand);
        }
    }

    private static boolean isAbsent(String value) {
        return value == null || value.isBlank();
    }
}
