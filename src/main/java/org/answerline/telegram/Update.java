package org.answerline.telegram;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What Telegram tells a bot, as far as a support desk understands it; every other kind of update has no message here.
 *
 * @param id update_id
 * @param edited whether the message is a new state of an old one
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
public record Update(long id, Optional<Message> message, boolean edited) {

    /**
     * Reads an update leniently: a member that is missing or of a strange type is as good as absent, for new kinds will come.
     *
     * @throws IllegalArgumentException if it has no update_id
     */
    public static Update read(JsonObject update) {
        Wire wire = new Wire(update);
        long id = wire.number("update_id").orElseThrow(() -> new IllegalArgumentException("no update_id"));
        Optional<Message> message = wire.object("message").flatMap(Message::read);
        if (message.isPresent()) {
            return new Update(id, message, false);
        }
        return new Update(id, wire.object("edited_message").flatMap(Message::read), true);
    }
}
