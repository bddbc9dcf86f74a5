package org.answerline.sandbox.telegram;

import jakarta.json.JsonObject;
import java.util.Optional;

/** Whether the bot may write to a chat, and if not, why. */
enum Access {
    OPEN,
    /** The bot has never met this person. */
    UNKNOWN,
    /** The bot saw this person in a group only. */
    NEVER_STARTED,
    BLOCKED,
    /** The bot hears what is said in this group, but may not write there. */
    MUTED,
    DEACTIVATED,
    KICKED,
    NOT_A_MEMBER,
    DELETED,
    MIGRATED;

    /** Refuses what the server itself knows to be impossible, before the text is looked at. */
    static void check(Chat chat) throws Refusal {
        String group = chat.kind() == ChatKind.SUPERGROUP ? "supergroup" : "group";
        switch (chat.access()) {
            case UNKNOWN -> throw Refusal.badRequest("chat not found");
            case DEACTIVATED -> throw Refusal.forbidden("user is deactivated");
            case KICKED -> throw Refusal.forbidden("bot was kicked from the " + group + " chat");
            case NOT_A_MEMBER -> throw Refusal.forbidden("bot is not a member of the " + group + " chat");
            case DELETED -> throw Refusal.forbidden("the group chat was deleted");
            case MIGRATED -> throw Refusal.migrated(chat.migratedTo());
            default -> {
                /* open, or refused only when something is really sent */
            }
        }
    }

    /** Refuses a kind of message that members may not send. */
    static void checkKind(Chat chat, JsonObject content) throws Refusal {
        SendRight right = SendRight.of(content);
        if (!chat.rights().administrator() && !chat.allowed().contains(right)) {
            throw Refusal.badRequest("not enough rights to send " + SendRight.words(content) + " to the chat");
        }
    }

    /** The same for a message to a topic; one that names none goes to the topic of what it answers. */
    static void checkOnSend(Chat chat, Place place, JsonObject content) throws Refusal {
        checkKind(chat, content);
        checkOnSend(chat);
        if (chat.forum().isPresent()) {
            long there = Optional.ofNullable(place.replyTo())
                    .flatMap(chat::find)
                    .map(original -> Forum.thread(original.json()))
                    .orElse(Forum.GENERAL);
            long thread = place.thread() == Place.ANY ? there : place.thread();
            chat.forum().get().checkOnSend(thread, chat.rights());
        }
    }

    /** Refuses what turns out only when the message is on its way. */
    static void checkOnSend(Chat chat) throws Refusal {
        switch (chat.access()) {
            case MUTED -> {
                if (!chat.rights().administrator()) {
                    throw Refusal.badRequest("not enough rights to send text messages to the chat");
                }
            }
            case BLOCKED -> throw Refusal.forbidden("bot was blocked by the user");
            case NEVER_STARTED -> throw Refusal.forbidden("bot can't initiate conversation with a user");
            default -> {
                /* open */
            }
        }
    }
}
