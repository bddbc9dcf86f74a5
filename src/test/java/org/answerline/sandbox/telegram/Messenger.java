package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.OptionalLong;

/** Carries what people do into the chats, and on to the bot as updates when the bot may see it. */
final class Messenger {
    private final Chats chats;
    private final UpdateFeed feed;
    private final CallbackQueries queries;
    private final SandboxOptions options;

    Messenger(Chats chats, UpdateFeed feed, CallbackQueries queries, SandboxOptions options) {
        this.chats = chats;
        this.feed = feed;
        this.queries = queries;
        this.options = options;
    }

    Chats chats() {
        return chats;
    }

    UpdateFeed feed() {
        return feed;
    }

    CallbackQueries queries() {
        return queries;
    }

    SandboxMessage post(Chat chat, Person person, JsonObject content, Place place) {
        synchronized (chat) {
            if (chat.kind() == ChatKind.PRIVATE) {
                if (chat.access() == Access.BLOCKED) {
                    throw new IllegalStateException(person + " has blocked the bot; press Start or unblock first");
                }
                chat.access(Access.OPEN);
            } else {
                chats.find(person.id()).ifPresent(Messenger::seenInGroup);
            }
            return chat.add(false, content, place, added -> {
                if (isSeen(chat, added)) {
                    feed.message(added);
                }
            });
        }
    }

    private static void seenInGroup(Chat privateChat) {
        synchronized (privateChat) {
            if (privateChat.access() == Access.UNKNOWN) {
                privateChat.access(Access.NEVER_STARTED);
            }
        }
    }

    /** In a group a bot with privacy mode sees replies to itself, commands, mentions and service messages; an administrator sees all. */
    boolean isSeen(Chat chat, SandboxMessage message) {
        if (chat.kind() == ChatKind.PRIVATE) {
            return true;
        }
        if (chat.access() != Access.OPEN && chat.access() != Access.MUTED) {
            return false;
        }
        String text = message.text().toLowerCase(Locale.ROOT);
        return !options.privacyMode
                || chat.rights().administrator()
                || text.startsWith("/")
                || text.contains("@" + options.username.toLowerCase(Locale.ROOT))
                || isReplyToBot(chat, message);
    }

    private static boolean isReplyToBot(Chat chat, SandboxMessage message) {
        OptionalLong original = message.replyTo();
        boolean isTopicsFirst = message.json().containsKey("is_topic_message")
                && original.isPresent()
                && original.getAsLong() == Forum.thread(message.json());
        return original.isPresent()
                && !isTopicsFirst
                && chat.find(original.getAsLong()).map(SandboxMessage::fromBot).orElse(false);
    }

    /** A message that Telegram itself writes into the chat; the bot always sees it. */
    SandboxMessage service(Chat chat, Person by, JsonObject content) {
        return service(chat, by, content, Place.replyingTo(null));
    }

    SandboxMessage service(Chat chat, Person by, JsonObject content, Place place) {
        JsonObject full = Json.createObjectBuilder()
                .add("from", by.user())
                .addAll(Json.createObjectBuilder(content))
                .build();
        return chat.add(false, full, place, feed::message);
    }

    /** Gives the bot other rights, and tells it. */
    void rights(Chat chat, Person by, BotRights now) {
        synchronized (chat) {
            String before = chat.rights().status();
            chat.rights(now);
            feed.membership(chat, by, before, now.status());
        }
    }

    void membership(Chat chat, Person by, Access now, String before, String after) {
        synchronized (chat) {
            chat.access(now);
            feed.membership(chat, by, before, after);
        }
    }
}
