package org.answerline.sandbox.telegram;

import java.nio.file.Path;
import java.time.Duration;

/** How a sandbox Telegram is set up; the defaults suit tests with a private admin chat. */
public final class SandboxOptions {
    int port;
    String token = "1000001:SANDBOX-TOKEN-NOT-A-SECRET-00000000";
    String username = "AnswerlineSandboxBot";
    long adminChatId = 500;
    ChatKind adminChatKind = ChatKind.PRIVATE;
    boolean forum;
    String operatorName = "Olga";
    double rateLimits = 0.05;
    boolean limits;
    boolean everyChatCountsFromOne = true;
    volatile boolean privacyMode = true;
    Duration webhookTimeout = Duration.ofSeconds(60);
    long lastNumber;
    Path folder;

    /** Listens on this port of 127.0.0.1; 0, the default, takes any free one. */
    public SandboxOptions port(int value) {
        port = value;
        return this;
    }

    /** The bot's token; the number before its colon is the bot's id. */
    public SandboxOptions token(String value) {
        token = value;
        return this;
    }

    /** The bot's username, without the at sign. */
    public SandboxOptions username(String value) {
        username = value;
        return this;
    }

    /** The chat where the operator sits: positive for a private chat, negative for a group, -100… for a supergroup. */
    public SandboxOptions adminChat(long id, ChatKind kind) {
        if (id > 0 != (kind == ChatKind.PRIVATE)) {
            throw new IllegalArgumentException("Private chats have positive ids, groups negative ones: " + id);
        }
        adminChatId = id;
        adminChatKind = kind;
        return this;
    }

    /** Whether the admin chat, a supergroup, is a forum whose topics the bot may manage; off by default. */
    public SandboxOptions forum(boolean value) {
        forum = value;
        return this;
    }

    /** The operator's first name. */
    public SandboxOptions operatorName(String value) {
        operatorName = value;
        return this;
    }

    /** Factor on the waits between webhook retries: 1 is Telegram's own pace, 0.05, the default, is twenty times faster. */
    public SandboxOptions rateLimits(double factor) {
        rateLimits = factor;
        return this;
    }

    /** Whether the limits (about 1 message a second a chat, 20 a minute a group, 30 a second in all) end in 429; off by default. */
    public SandboxOptions limits(boolean value) {
        limits = value;
        return this;
    }

    /** Whether every chat counts its messages from 1 (the default), so that ids collide always and not only for supergroups. */
    public SandboxOptions everyChatCountsFromOne(boolean value) {
        everyChatCountsFromOne = value;
        return this;
    }

    /** Whether the bot misses plain talk in groups (the default, as in Telegram); off is a bot that is an admin of its groups. */
    public SandboxOptions privacyMode(boolean value) {
        privacyMode = value;
        return this;
    }

    /** How long a webhook may take to answer; 60 s by default, as in Telegram. */
    public SandboxOptions webhookTimeout(Duration value) {
        webhookTimeout = value;
        return this;
    }

    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Keeps persons, chats, messages and files in this folder, and begins with those that an earlier sandbox kept there. */
    public SandboxOptions keepingChatsIn(Path value) {
        folder = value;
        return this;
    }

    /**
     * Goes on where an earlier sandbox stopped, as Telegram itself does: nothing is numbered as it was there, and persons whom the
     * bot met there can still be written to.
     *
     * @param lastNumber a number above all that were given then, such as the time in seconds
     */
    public SandboxOptions continuing(long value) {
        lastNumber = value;
        return this;
    }
}
