package org.answerline.telegram.update;

import java.util.Optional;
import org.answerline.telegram.LenientJson;

/**
 * Somebody pressed a button under a message of the bot.
 *
 * @param id what the answer names
 * @param from who pressed it; the real person, also when an administrator of a group is anonymous
 * @param data what the button carries; anyone can forge it
 * @param chat where the message is; empty if Telegram does not say
 * @param message the message with the button, as if it were replied to; an old one has no author and no text
 * @see <a href="https://core.telegram.org/bots/api#callbackquery">CallbackQuery</a>
 */
public record CallbackQuery(
        String id, Message.Sender from, String data, Optional<Message.Chat> chat, Optional<Message.Reply> message) {

    static Optional<CallbackQuery> read(LenientJson query) {
        Optional<LenientJson> message = query.object("message");
        return query.text("id")
                .map(id -> new CallbackQuery(
                        id,
                        Message.Sender.read(query.object("from")),
                        query.text("data").orElse(""),
                        message.flatMap(original -> original.object("chat")).flatMap(Message::chat),
                        message.flatMap(original -> Message.answered(original, Optional.empty()))));
    }
}
