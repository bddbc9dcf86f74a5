package org.answerline.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.telegram.BotApiResponse.ResponseParameters;

/**
 * What each answer of the Bot API means: the one place that decides it; docs/telegram.md has the same table for people.
 *
 * <p>The error_code and the parameters come first. Descriptions, which change between versions, are read only where nothing else
 * distinguishes the errors: without regard to case, anywhere in the text, so that no prefix such as "Bad Request: " matters.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class TelegramErrorTable {

    /** What an error of the Bot API means for the caller. */
    enum Meaning {
        /** Telegram will not accept this message as it is, or the chat allows none of its kind; another message may pass. */
        MESSAGE_REFUSED,
        /** The chat accepts nothing from the bot, not even a text, until somebody changes its permissions. */
        CHAT_CLOSED,
        /** The person does not let the bot write: blocked, deleted, or never started it. */
        PERSON_BLOCKED,
        /** The token is not, or no longer, the token of a bot: no chat can be reached. */
        TOKEN_REFUSED,
        /** Nothing was done, and nothing will be until some time has passed. */
        WAIT,
        /** The group became a supergroup and has another id now. */
        CHAT_MOVED,
        /** A fault on Telegram's side: the call may or may not have been carried out. */
        OUTCOME_UNKNOWN,
        /** Refused with a description that is in no table, and nothing was done: the message or the chat may be the reason. */
        UNLISTED
    }

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    /** Waits that are named only in the description. */
    private static final Pattern WAIT = Pattern.compile("(?:flood|slowmode|premium)_(?:premium_)?wait_(\\d{1,9})");

    /** Descriptions about a person, with 400 or 403. */
    private static final Pattern BLOCKED = anyOf(List.of(
            "blocked by the user",
            "user_is_blocked",
            "you_blocked_user",
            "user is deactivated",
            "user_deactivated",
            "peer_id_invalid",
            "user_id_invalid",
            "user not found",
            "can't initiate conversation",
            "can't send messages to bots",
            "can't send messages to the user",
            "user_is_bot",
            "user_privacy_restricted",
            "privacy_premium_required"));

    /** Descriptions about a chat, with 400; every 403 that is not about a person means the same. */
    private static final Pattern CLOSED = anyOf(List.of(
            "chat not found",
            "chat_id is empty",
            "chat_id_invalid",
            "chat_invalid",
            "channel_invalid",
            "channel_private",
            "topic_closed",
            "topic_deleted",
            "topic_id_invalid",
            "thread not found",
            "not a forum",
            "chat_write_forbidden",
            "chat_send_\\w+_forbidden",
            "chat_guest_send_forbidden",
            "chat_restricted",
            "chat_forbidden",
            "chat_admin_required",
            "chat_admin_invite_required",
            "allow_payment_required",
            "user_banned_in_channel",
            "administrator rights",
            "not enough rights",
            "have no rights",
            "have no write access",
            "kicked",
            "not a member",
            "user_not_participant",
            "group chat was deleted",
            "chat is deactivated",
            "group chat is deactivated",
            "group chat was deactivated",
            "upgraded to a supergroup"));

    /** Of the rights to send, all but the one to send texts: a message of another kind can be sent. */
    private static final Pattern KIND_FORBIDDEN =
            anyOf(List.of("not enough rights to send (?!(?:text )?messages\\b)", "chat_send_(?!plain_)\\w+_forbidden"));

    /** Those of them that say that a topic does not exist any more. */
    private static final Pattern TOPIC_GONE = anyOf(List.of("thread not found", "topic_deleted", "topic_id_invalid"));

    /** Descriptions about the message itself or its files, with 400. */
    private static final Pattern MESSAGE = anyOf(List.of(
            "(?:message|text|caption|media_caption|message_text) is too long",
            "_too_(?:long|big|large|many)\\b",
            "(?:message )?text is empty",
            "must be non-empty",
            "message_empty",
            "can't parse",
            "parse_mode",
            "entit(?:y|ies)",
            "button_",
            "reply_markup",
            "quote_?",
            "message (?:to \\w+|to be replied|can't be|is not modified|identifier)",
            "replied message not found",
            "message_id_invalid",
            "topic_not_modified",
            "reaction",
            "wrong (?:file|remote file|type|parameter|http|padding|string|character)",
            "invalid (?:file|dimensions)",
            "http url",
            "there is no \\w+ in the request",
            "file (?:is|must|of|size|reference)",
            "file_",
            "type of file",
            "image_",
            "photo_",
            "video_",
            "audio_",
            "media_",
            "document_",
            "sticker",
            "webpage_",
            "voice_messages_forbidden",
            "media group|group send failed|album",
            "unsupported",
            "must be encoded in utf-8",
            "entity too large"));

    /** Those of them that say that nothing would change. */
    private static final Pattern NOT_MODIFIED = anyOf(List.of("message is not modified", "topic_not_modified"));

    /** Those of them that say that the message is not there any more. */
    private static final Pattern MESSAGE_GONE =
            anyOf(List.of("message to edit not found", "message to delete not found", "message_id_invalid"));

    private TelegramErrorTable() {}

    static boolean isMessageGone(String description) {
        return MESSAGE_GONE.matcher(description.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * What an answer means.
     *
     * @param code its error_code, or the HTTP status when it has none
     * @param parameters its parameters, empty when it has none
     * @param description its text
     */
    static Meaning meaning(int code, ResponseParameters parameters, String description) {
        if (code == 429 || parameters.retryAfter() != null) {
            return Meaning.WAIT;
        }
        if (parameters.migrateToChatId() != null) {
            return Meaning.CHAT_MOVED;
        }
        if (code >= 500 || code < 400) {
            return Meaning.OUTCOME_UNKNOWN;
        }
        return refusal(code, description.toLowerCase(Locale.ROOT));
    }

    private static Meaning refusal(int code, String description) {
        if (code == 401 || (code == 404 && !description.contains("method")) || description.endsWith("logged out")) {
            return Meaning.TOKEN_REFUSED;
        }
        if (code == 413) {
            return Meaning.MESSAGE_REFUSED;
        }
        if (WAIT.matcher(description).find()) {
            return Meaning.WAIT;
        }
        if (BLOCKED.matcher(description).find()) {
            return Meaning.PERSON_BLOCKED;
        }
        // Checked before 403: who accepts no voice messages, or a group that allows no photos, still accepts messages
        // of other kinds.
        if (description.contains("voice_messages_forbidden") || isKindForbidden(description)) {
            return Meaning.MESSAGE_REFUSED;
        }
        if (code == 403 || CLOSED.matcher(description).find()) {
            return Meaning.CHAT_CLOSED;
        }
        return code == 400 && MESSAGE.matcher(description).find() ? Meaning.MESSAGE_REFUSED : Meaning.UNLISTED;
    }

    /** Whether an answer that means MESSAGE_REFUSED says that a change would change nothing. */
    static boolean isNotModified(String description) {
        return NOT_MODIFIED.matcher(description.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an answer that means MESSAGE_REFUSED says that the chat allows no messages of this kind. */
    static boolean isKindForbidden(String description) {
        return KIND_FORBIDDEN.matcher(description.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an answer that means CHAT_CLOSED is about a topic that does not exist. */
    static boolean isTopicGone(String description) {
        return TOPIC_GONE.matcher(description.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an answer that means CHAT_CLOSED is about a closed topic. */
    static boolean isTopicClosed(String description) {
        return description.toLowerCase(Locale.ROOT).contains("topic_closed");
    }

    /** How long an answer that means WAIT asks to wait, in whole seconds, at least one. */
    static Duration wait(ResponseParameters parameters, String description) {
        if (parameters.retryAfter() != null) {
            return Duration.ofSeconds(Math.max(1, parameters.retryAfter()));
        }
        Matcher named = WAIT.matcher(description.toLowerCase(Locale.ROOT));
        return named.find() ? Duration.ofSeconds(Math.max(1, Long.parseLong(named.group(1)))) : DEFAULT_WAIT;
    }

    private static Pattern anyOf(List<String> expressions) {
        return Pattern.compile(String.join("|", expressions));
    }
}
