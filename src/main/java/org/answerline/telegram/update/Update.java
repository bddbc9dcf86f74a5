package org.answerline.telegram.update;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.answerline.telegram.LenientJson;

/**
 * An update, as far as a support desk needs it; an update of any other kind has none of its members.
 *
 * @param id update_id
 * @param edited whether the message is the new version of an earlier one
 * @param membership the new status of the bot itself in a chat
 * @param callback a button that was pressed
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
public record Update(
        long id,
        Optional<Message> message,
        boolean edited,
        Optional<Update.ChatMemberUpdated> membership,
        Optional<CallbackQuery> callback) {

    /**
     * The bot's new status in a chat: in a private chat "kicked" means that the person blocked it, "member" that it may write again.
     *
     * @see <a href="https://core.telegram.org/bots/api#chatmemberupdated">ChatMemberUpdated</a>
     */
    public record ChatMemberUpdated(Message.Chat chat, String status) {

        private static final List<String> OUTSIDE = List.of("kicked", "left");

        /** Whether the bot may write there. */
        public boolean mayWrite() {
            return !OUTSIDE.contains(status);
        }
    }

    /** The chat it is about, if it is about one. */
    public Optional<Message.Chat> chat() {
        return message.map(Message::chat)
                .or(() -> membership.map(Update.ChatMemberUpdated::chat))
                .or(() -> callback.flatMap(CallbackQuery::chat));
    }

    /**
     * Reads an update leniently: a member of an unexpected type is as good as absent, because new kinds of updates will come.
     *
     * @throws IllegalArgumentException if it has no update_id
     */
    public static Update read(JsonObject update) {
        LenientJson wire = new LenientJson(update);
        long id = wire.number("update_id").orElseThrow(() -> new IllegalArgumentException("no update_id"));
        Optional<Message> message = wire.object("message").flatMap(Message::read);
        boolean edited = message.isEmpty();
        return new Update(
                id,
                edited ? wire.object("edited_message").flatMap(Message::read) : message,
                edited,
                wire.object("my_chat_member").flatMap(Update::membership),
                wire.object("callback_query").flatMap(CallbackQuery::read));
    }

    private static Optional<Update.ChatMemberUpdated> membership(LenientJson change) {
        Optional<Message.Chat> chat = change.object("chat").flatMap(Message::chat);
        Optional<String> status = change.object("new_chat_member").flatMap(member -> member.text("status"));
        return chat.flatMap(where -> status.map(word -> new Update.ChatMemberUpdated(where, word)));
    }
}
