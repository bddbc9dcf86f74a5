package org.answerline.telegram;

import java.util.List;
import java.util.Optional;

/**
 * A message of a chat.
 *
 * @param id message_id, unique only inside its chat
 * @param from the language and kind of who wrote it
 * @param text the text, or the caption of what it carries
 * @param media whether it carries something that is not text
 * @param replyTo the message_id of that chat that it answers
 * @param foreign whether the words are not the sender's own: forwarded by hand or by a linked channel, or another bot's
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
public record Message(
        long id,
        Chat chat,
        Sender from,
        Optional<String> text,
        boolean media,
        Optional<Long> replyTo,
        boolean foreign) {

    /** A chat; groups have negative ids. */
    public record Chat(long id, String type) {

        /** Whether only one person and the bot are in it. */
        public boolean isPrivate() {
            return type.equals("private");
        }
    }

    /** Who wrote: the IETF tag of their Telegram's language, if told. */
    public record Sender(Optional<String> language) {}

    private static final List<String> MEDIA = List.of(
            "photo",
            "video",
            "animation",
            "audio",
            "voice",
            "video_note",
            "document",
            "sticker",
            "contact",
            "location",
            "venue",
            "poll",
            "dice",
            "story",
            "game",
            "invoice",
            "paid_media",
            "checklist",
            "giveaway",
            "live_photo");

    /** Stand for an administrator who hides behind the group, and for a person who speaks as a channel. */
    private static final List<Long> MASKS = List.of(1087968824L, 136817688L);

    static Optional<Message> read(Wire wire) {
        Optional<Wire> chat = wire.object("chat");
        Optional<Long> id = wire.number("message_id");
        Optional<Long> chatId = chat.flatMap(c -> c.number("id"));
        if (id.isEmpty() || chatId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                id.get(),
                new Chat(chatId.get(), chat.get().text("type").orElse("")),
                new Sender(wire.object("from").flatMap(from -> from.text("language_code"))),
                wire.text("text").or(() -> wire.text("caption")),
                MEDIA.stream().anyMatch(wire::has),
                wire.object("reply_to_message").flatMap(Message::answered),
                isForeign(wire)));
    }

    /** In a forum every message of a topic "answers" the topic's creation; that is nobody's Reply. */
    private static Optional<Long> answered(Wire original) {
        return original.has("forum_topic_created") ? Optional.empty() : original.number("message_id");
    }

    private static boolean isForeign(Wire wire) {
        Optional<Wire> from = wire.object("from");
        boolean otherBot = from.filter(f -> f.isTrue("is_bot"))
                .flatMap(f -> f.number("id"))
                .filter(id -> !MASKS.contains(id))
                .isPresent();
        return otherBot
                || wire.has("forward_origin")
                || wire.has("forward_date")
                || wire.isTrue("is_automatic_forward");
    }
}
