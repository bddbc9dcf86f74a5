package org.answerline.platform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.platform.network.TrustedProxies;
import org.answerline.platform.text.Texts;

/** The settings of the pages, the widget, the files and the conversations. */
public final class SiteSettings {
    // As a browser writes it: lower case, without a path, without the default port.
    private static final String ORIGIN =
            "(?!http:[^,]*:80\\b)(?!https:[^,]*:443\\b)https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[1-9][0-9]{0,4})?";
    private static final Pattern ORIGINS = Pattern.compile(ORIGIN + "(?:\\s*,\\s*" + ORIGIN + ")*");
    private static final String FOLDER = "folder:";

    /** Without a slash at its end. */
    public static final Setting<String> PUBLIC_URL = SettingTypes.baseUrl("SUPPORT_PUBLIC_URL")
            // From the request it could be forged, and the e-mail with the link would lead to the forger.
            .requiredWhen(settings -> settings.isSet(MailSettings.HOST), "public_url.missing")
            .documented(
                    "the public address of the site, https; with it the webhook is registered at the start. Required"
                            + " with SMTP_HOST, for the links in e-mails, and recommended with SUPPORT_SIGN_IN=oidc, where"
                            + " otherwise the address of the request is used");

    /** The tag of a language that has texts. */
    public static final Setting<String> LANGUAGE = SettingTypes.text(
                    "SUPPORT_LANGUAGE", SiteSettings::isLanguage, "language")
            .byDefault("en")
            .documented(
                    "en, ru or a language that SUPPORT_TEXTS adds: the language of the operators' chat, and of users whose language Answerline does not"
                            + " have");

    /** HTTP Basic, with any user name. */
    public static final Setting<String> OWNER_PASSWORD = SettingTypes.text(
                    "SUPPORT_OWNER_PASSWORD", ".{12,200}", "owner_password")
            .secret()
            .documented(
                    "opens the pages under /owner/, 12 to 200 characters; the browser asks for it, with any user name."
                            + " Without it there are no such pages");

    /** Origins, separated by commas. */
    public static final Setting<List<String>> WIDGET_ORIGINS = new SettingBuilder<>(
                    "SUPPORT_WIDGET_ORIGINS", SiteSettings::origins, "widget_origins")
            .documented("other origins whose pages may contain the widget: [widget.md](widget.md)");

    /** {@code database}, {@code off} or {@code folder:} with an absolute path. */
    public static final Setting<String> FILES = SettingTypes.text(
                    "SUPPORT_FILES", "database|off|folder:\\s*(/|[A-Za-z]:[\\\\/]).*", "files")
            .byDefault("database")
            .rule(SiteSettings::isFolderWritable, "files.folder")
            .documented(
                    "where files are stored: database; folder:/absolute/path, which all nodes share; off: no files are"
                            + " accepted");

    /** Megabytes. */
    public static final Setting<Integer> FILE_SIZE = SettingTypes.wholeNumber("SUPPORT_FILE_MAX_MB", 1, 20)
            .byDefault("10")
            .documented("the largest file that the site accepts, in megabytes, 1 to 20");

    /** In one message. */
    public static final Setting<Integer> FILE_COUNT = SettingTypes.wholeNumber("SUPPORT_FILES_COUNT", 1, 10)
            .byDefault("10")
            .documented("the largest number of files in one question, 1 to 10");

    /** Days. */
    public static final Setting<Integer> RETENTION = SettingTypes.wholeNumber(
                    "SUPPORT_RETENTION_DAYS", 1, 99_999, "retention")
            .documented("messages older than this number of days are deleted with their files; accounts stay. A message"
                    + " that still waits for delivery is kept until it is delivered (the log says how many there are); an"
                    + " answer that was shown only on the site is deleted like any other");

    /** {@code reaction} or {@code none}. */
    public static final Setting<String> OPERATOR_RECEIPTS = SettingTypes.choice(
                    "SUPPORT_OPERATOR_RECEIPTS", List.of("reaction", "none"))
            .byDefault("reaction")
            .documented(
                    "reaction: 👌 on a reply that was delivered to the user's Telegram, ✍ on one that can be read only"
                            + " on the site so far, 🕊 when the user got an e-mail about it; none: no reactions");

    /** {@code none}, {@code first_name} or {@code full_name}. */
    public static final Setting<String> SIGNATURE = SettingTypes.choice(
                    "SUPPORT_SIGNATURE", List.of("none", "first_name", "full_name"))
            .byDefault("none")
            .documented(
                    "none, first_name or full_name: the operator's name in Telegram that users see with an answer. An"
                            + " anonymous administrator has none");

    /** {@code true} or {@code false}. */
    public static final Setting<String> BLOCK_TOLD = SettingTypes.choice("SUPPORT_BLOCK_TOLD", List.of("true", "false"))
            .byDefault("true")
            .documented(
                    "true: a user whom an operator has blocked (/block) reads so, and keeps the text; false: the messages"
                            + " look accepted, and the operators get them when the block has ended");

    /** {@code on} or {@code off}. */
    public static final Setting<String> RATING = SettingTypes.choice("SUPPORT_RATING", List.of("off", "on"))
            .byDefault("off")
            .documented(
                    "on: when an operator closes a conversation, its user may rate it from 1 to 5, in Telegram and on"
                            + " the page, and comment on that in Telegram");

    /** Event streams of one node. */
    public static final Setting<Integer> STREAMS = SettingTypes.wholeNumber("SUPPORT_STREAMS_MAX", 0, 999_999)
            .byDefault("12000")
            .documented(
                    "open pages that one node updates, each with about 26 KB of heap; further pages are asked to try"
                            + " again later");

    /** Addresses and networks, separated by commas. */
    public static final Setting<TrustedProxies> TRUSTED_PROXIES = new SettingBuilder<>(
                    "SUPPORT_TRUSTED_PROXIES", TrustedProxies::of, "trusted_proxies")
            .byDefault("127.0.0.0/8,::1")
            .requiredWhen(SignInSettings::isHeaderUsed, "trusted_proxies.missing")
            .documented(
                    "addresses and networks of your proxies, such as 192.0.2.7,10.0.0.0/8: only their headers about the"
                            + " caller are used (X-Forwarded-For, X-Forwarded-Proto, X-Request-Id, traceparent). Required with"
                            + " SUPPORT_PROXY_USER_HEADER, which is ignored from any other address");

    /** {@code none}, or {@code self} and origins, separated by commas. */
    public static final Setting<String> FRAME_ANCESTORS = SettingTypes.text(
                    "SUPPORT_FRAME_ANCESTORS", frameAncestors(), "frame_ancestors")
            .byDefault("none")
            .documented("sites that may show the pages in a frame: none, or self and origins such as"
                    + " https://www.example.org");

    private SiteSettings() {}

    /** The folder of {@link #FILES}; empty when files are not stored in one. */
    public static Optional<Path> folder(String files) {
        return files.startsWith(FOLDER)
                ? Optional.of(Path.of(files.substring(FOLDER.length()).strip()))
                : Optional.empty();
    }

    // A path of another operating system is not tried: the check may run on a machine beside the server.
    private static boolean isFolderWritable(Settings settings) {
        return settings.configured(FILES)
                .flatMap(SiteSettings::folder)
                .filter(folder -> folder.toString().startsWith("/"))
                .map(folder -> Files.isDirectory(folder) && Files.isWritable(folder))
                .orElse(true);
    }

    private static boolean isLanguage(String text) {
        return Texts.spoken(text).equals(Optional.of(text));
    }

    private static List<String> origins(String text) {
        if (!ORIGINS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return List.of(text.split("\\s*,\\s*"));
    }

    private static String frameAncestors() {
        String ancestor = "(?:self|https?://[a-z0-9.:\\[\\]-]+)";
        return "none|" + ancestor + "(?:\\s*,\\s*" + ancestor + ")*";
    }
}
