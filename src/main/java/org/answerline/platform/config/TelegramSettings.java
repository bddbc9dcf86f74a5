package org.answerline.platform.config;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of the bot and of the Bot API. */
public final class TelegramSettings {
    private static final Pattern TOKEN = Pattern.compile("([1-9][0-9]{0,18}):[A-Za-z0-9_-]{1,80}");
    private static final Pattern CHAT_ID = Pattern.compile("-?[1-9][0-9]{0,15}");
    private static final Pattern USER_IDS = Pattern.compile("[1-9][0-9]{0,15}(?:\\s*,\\s*[1-9][0-9]{0,15})*");
    private static final Pattern USERNAME = Pattern.compile("@?([A-Za-z0-9_]{4,32})");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,6}(\\.[0-9]+)?");

    /** {@code <bot id>:<secret>}; a key of signatures, too. */
    public static final Setting<String> BOT_TOKEN = SettingTypes.text(
                    "TELEGRAM_SUPPORT_BOT_TOKEN", TelegramSettings::isToken, "bot_token")
            .required("bot_token.missing")
            .secret()
            .documented("the bot's token");

    /** The chat's id; a group's is negative. */
    public static final Setting<Long> OPERATOR_CHAT = new SettingBuilder<>(
                    "TELEGRAM_ADMIN_CHAT_ID", TelegramSettings::chatId, "operator_chat")
            .required("operator_chat.missing")
            .documented("the id of the operators' chat, a whole number; the id of a group is negative");

    /** User ids; all members of the chat if it is not set. */
    public static final Setting<Set<Long>> OPERATOR_IDS = new SettingBuilder<>(
                    "TELEGRAM_OPERATOR_IDS", TelegramSettings::userIds, "operator_ids")
            .documented(
                    "the Telegram user ids of those who may answer, separated by commas; without it everybody in the"
                            + " operators' chat may. 1087968824 stands for anonymous administrators");

    /** {@code auto} or {@code off}. */
    public static final Setting<String> TOPICS = SettingTypes.choice("SUPPORT_TOPICS", List.of("auto", "off"))
            .byDefault("auto")
            .documented("auto: each user has a topic if the operators' chat is a forum and the bot may manage topics;"
                    + " off: no topics");

    /** {@code all} or {@code replies}. */
    public static final Setting<String> TOPIC_ANSWERS = SettingTypes.choice(
                    "SUPPORT_TOPIC_ANSWERS", List.of("all", "replies"))
            .byDefault("all")
            .documented(
                    "all: every message in a user's topic is an answer to that user, except notes, commands and Replies"
                            + " to notes; replies: only Replies are");

    /** The header X-Telegram-Bot-Api-Secret-Token of every update. */
    public static final Setting<String> WEBHOOK_SECRET = SettingTypes.text(
                    "TELEGRAM_SUPPORT_WEBHOOK_SECRET", "[A-Za-z0-9_-]{1,256}", "webhook_secret")
            .alsoRead("TELEGRAM_WEBHOOK_SECRET")
            .secret()
            .defaultNote("derived from the token if SUPPORT_PUBLIC_URL is set")
            .documented("the secret that Telegram sends with each update, 1 to 256 of A–Z a–z 0–9 _ -; also read from"
                    + " TELEGRAM_WEBHOOK_SECRET");

    /** Without the @. */
    public static final Setting<String> BOT_USERNAME = new SettingBuilder<>(
                    "TELEGRAM_SUPPORT_BOT_USERNAME", TelegramSettings::username, "bot_username")
            .defaultNote("Telegram is asked for it")
            .documented("the bot's username, for links to the bot");

    /** Messages a second. */
    public static final Setting<Double> PACE_CHAT = new SettingBuilder<>(
                    "TELEGRAM_PACE_CHAT", TelegramSettings::rate, "rate")
            .byDefault("1")
            .documented("messages a second to one private chat; 0 switches the limit off");

    /** Messages a minute. */
    public static final Setting<Integer> PACE_GROUP = SettingTypes.limit("TELEGRAM_PACE_GROUP_MINUTE")
            .byDefault("20")
            .documented("messages a minute to one group; 0 switches the limit off");

    /** Messages a second. */
    public static final Setting<Integer> PACE_TOTAL = SettingTypes.limit("TELEGRAM_PACE_TOTAL")
            .byDefault("30")
            .documented("messages a second to all chats together; 0 switches the limit off");

    /** How long a connection may take. */
    public static final Setting<Duration> CONNECT_TIMEOUT = SettingTypes.milliseconds("TELEGRAM_CONNECT_TIMEOUT")
            .byDefault("3000")
            .documented("milliseconds to connect to the Bot API");

    /** How long an answer may take. */
    public static final Setting<Duration> ANSWER_TIMEOUT = SettingTypes.milliseconds("TELEGRAM_ANSWER_TIMEOUT")
            .byDefault("15000")
            .documented("milliseconds for an answer of the Bot API");

    /** How long a call with files or a download may take. */
    public static final Setting<Duration> UPLOAD_TIMEOUT = SettingTypes.milliseconds("TELEGRAM_UPLOAD_TIMEOUT")
            .byDefault("120000")
            .documented("milliseconds for a call that uploads files, and for a whole download");

    /** Without a slash at its end. */
    public static final Setting<String> API_URL = SettingTypes.baseUrl("TELEGRAM_API_URL")
            .byDefault("https://api.telegram.org")
            .documented("the address of the Bot API");

    /** Without a slash at its end. */
    public static final Setting<String> LINK_URL = SettingTypes.baseUrl("TELEGRAM_LINK_URL")
            .byDefault("https://t.me")
            .documented("the address that links to the bot begin with");

    private TelegramSettings() {}

    private static Set<Long> userIds(String text) {
        if (!USER_IDS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return Stream.of(text.split("\\s*,\\s*")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The number before the colon is the bot's id, which Telegram keeps within 64 bits. */
    private static boolean isToken(String text) {
        Matcher token = TOKEN.matcher(text);
        return token.matches() && new BigInteger(token.group(1)).bitLength() < Long.SIZE;
    }

    private static Long chatId(String text) {
        return Long.valueOf(matched(CHAT_ID, text).group());
    }

    private static String username(String text) {
        return matched(USERNAME, text).group(1);
    }

    private static Double rate(String text) {
        return Double.valueOf(matched(RATE, text).group());
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException();
        }
        return matcher;
    }
}
