package org.answerline.telegram.update;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.LenientJson;
import org.answerline.telegram.MessageReference;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TextEntity;

/**
 * A message of a chat.
 *
 * @param id message_id, unique only inside its chat
 * @param from who wrote it
 * @param text the text, or the caption of the media
 * @param entities the layout of the text or caption
 * @param media whether it carries something other than text; true for every kind of message that is not known here
 * @param service whether it is a service message: Telegram reports an event, and nobody wrote it
 * @param file the file that it carries, if any
 * @param card what it contains if that is neither text nor a file
 * @param replyTo the message of the same chat that it replies to
 * @param topicId the message_thread_id of its topic; empty in General and where there are no topics
 * @param topicCreator the user id of who created its topic, if the message tells
 * @param newTopic the topic whose creation this message reports
 * @param foreign whether the text is not the sender's own: forwarded by hand or by a linked channel, or written by another bot
 * @param automatic whether no person sent it: a post of a linked channel, a message of another bot or of Telegram itself
 * @param move the upgrade of a group that this message reports
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
public record Message(
        long id,
        Chat chat,
        Sender from,
        Optional<String> text,
        List<TextEntity> entities,
        boolean media,
        boolean service,
        Optional<MediaFile> file,
        Optional<ContentCard> card,
        Optional<Reply> replyTo,
        Optional<Long> topicId,
        Optional<Long> topicCreator,
        Optional<NewTopic> newTopic,
        boolean foreign,
        boolean automatic,
        Optional<Message.Migration> move) {

    /**
     * A chat; groups have negative ids.
     *
     * @param isForum whether it is a supergroup with topics
     */
    public record Chat(long id, String type, boolean isForum) {

        /** Whether only one person and the bot are in it. */
        public boolean isPrivate() {
            return type.equals("private");
        }
    }

    /**
     * The message that is replied to.
     *
     * @param id its message_id, unique only inside the chat
     * @param author the user id of its author
     * @param references the support messages that it names in links only a bot can write, in the order of the text
     * @param quotedAt the offset of the part that was selected for the reply, in UTF-16 units
     * @param quote the selected part, else its whole text or caption
     * @param written its whole text or caption with its layout, ready to be stored
     * @param album its media_group_id, if it belongs to an album
     * @param isElsewhere whether it is in another topic: then Telegram gives neither its text nor its links
     */
    public record Reply(
            long id,
            Optional<Long> author,
            List<MessageReference> references,
            Optional<Integer> quotedAt,
            Optional<String> quote,
            FormattedText written,
            Optional<String> album,
            boolean isElsewhere) {}

    /** A topic that has just been created, with the name that Telegram gave it. */
    public record NewTopic(long id, String name) {}

    /** The text with its layout, ready to be stored; the empty text if there is none. */
    public FormattedText written() {
        return FormattedText.written(text.orElse(""), entities);
    }

    /** A group became a supergroup: the same people, another chat id. */
    public record Migration(long oldChatId, long newChatId) {}

    /**
     * The author of a message.
     *
     * @param id the user id; all anonymous administrators have the same one
     * @param language the IETF tag of the language of their Telegram app, if known
     * @param name the username with @, else the person's name, if known
     * @param firstName empty for an anonymous administrator and for a person who writes as a channel
     * @param fullName first and last name; empty for the same
     */
    public record Sender(
            Optional<Long> id,
            Optional<String> language,
            Optional<String> name,
            Optional<String> firstName,
            Optional<String> fullName) {

        static Sender read(Optional<LenientJson> from) {
            return new Sender(
                    from.flatMap(wire -> wire.number("id")),
                    from.flatMap(wire -> wire.text("language_code")),
                    from.flatMap(Sender::name),
                    from.filter(Sender::isPerson).flatMap(wire -> joined(wire, "first_name")),
                    from.filter(Sender::isPerson).flatMap(wire -> joined(wire, "first_name", "last_name")));
        }

        private static Optional<String> name(LenientJson from) {
            return from.text("username")
                    .filter(username -> !username.isBlank())
                    .map(username -> "@" + username)
                    .or(() -> joined(from, "first_name", "last_name"));
        }

        private static Optional<String> joined(LenientJson from, String... parts) {
            String joined = Stream.of(parts)
                    .flatMap(part -> from.text(part).stream())
                    .map(InputText::cleanLine)
                    .collect(Collectors.joining(" "))
                    .strip();
            return Optional.of(joined).filter(name -> !InputText.isBlank(name));
        }

        private static boolean isPerson(LenientJson from) {
            return from.number("id").filter(MASKS::contains).isEmpty();
        }
    }

    /** The bots that stand for an anonymous administrator, and for a person who writes as a channel. */
    private static final List<Long> MASKS = List.of(1087968824L, 136817688L);

    /** Telegram's own account, which also posts the messages of a linked channel. */
    private static final long TELEGRAM = 777_000;

    static Optional<Message> read(LenientJson wire) {
        Optional<Long> id = wire.number("message_id");
        Optional<Chat> chat = wire.object("chat").flatMap(Message::chat);
        if (id.isEmpty() || chat.isEmpty()) {
            return Optional.empty();
        }
        Optional<ContentCard> card = CardContent.in(wire);
        return Optional.of(new Message(
                id.get(),
                chat.get(),
                Sender.read(wire.object("from")),
                card.isPresent() ? MessageContent.ownText(wire) : MessageContent.text(wire),
                FormattedText.entitiesOf(wire),
                MessageContent.isMedia(wire),
                MessageContent.isService(wire),
                MediaFile.in(wire),
                card,
                wire.object("reply_to_message")
                        .flatMap(original -> answered(original, wire.object("quote")))
                        .or(() -> answeredElsewhere(wire, chat.get().id())),
                wire.isTrue("is_topic_message") ? wire.number("message_thread_id") : Optional.empty(),
                MessageContent.topicCreator(wire),
                MessageContent.newTopic(wire),
                isForeign(wire),
                isAutomatic(wire),
                move(wire, chat.get().id())));
    }

    static Optional<Chat> chat(LenientJson chat) {
        return chat.number("id").map(id -> new Chat(id, chat.text("type").orElse(""), chat.isTrue("is_forum")));
    }

    /** In a forum every message of a topic formally replies to the message that created the topic; that is not a reply. */
    static Optional<Reply> answered(LenientJson original, Optional<LenientJson> quote) {
        if (original.has("forum_topic_created")) {
            return Optional.empty();
        }
        Optional<Long> author = original.object("from").flatMap(from -> from.number("id"));
        Optional<Integer> quotedAt =
                quote.flatMap(part -> part.number("position")).map(Long::intValue);
        Optional<String> words = quote.flatMap(part -> part.text("text"))
                .or(() -> original.text("text"))
                .or(() -> original.text("caption"));
        FormattedText written =
                FormattedText.written(MessageContent.ownText(original).orElse(""), FormattedText.entitiesOf(original));
        return original.number("message_id")
                .map(id -> new Reply(
                        id,
                        author,
                        MessageReference.in(original),
                        quotedAt,
                        words,
                        written,
                        original.text("media_group_id"),
                        false));
    }

    /** A message of another topic of the same chat; of other chats nothing is known. */
    private static Optional<Reply> answeredElsewhere(LenientJson wire, long chatId) {
        Optional<LenientJson> quote = wire.object("quote");
        Optional<LenientJson> external = wire.object("external_reply").filter(original -> original.object("chat")
                .flatMap(chat -> chat.number("id"))
                .filter(id -> id == chatId)
                .isPresent());
        Optional<Long> author = external.flatMap(original -> original.object("origin"))
                .flatMap(origin -> origin.object("sender_user"))
                .flatMap(user -> user.number("id"));
        return external.flatMap(original -> original.number("message_id"))
                .map(id -> new Reply(
                        id,
                        author,
                        List.of(),
                        quote.flatMap(part -> part.number("position")).map(Long::intValue),
                        quote.flatMap(part -> part.text("text")),
                        FormattedText.plain(""),
                        Optional.empty(),
                        true));
    }

    private static Optional<Message.Migration> move(LenientJson wire, long chatId) {
        return wire.number("migrate_to_chat_id")
                .map(newId -> new Message.Migration(chatId, newId))
                .or(() -> wire.number("migrate_from_chat_id").map(oldId -> new Message.Migration(oldId, chatId)));
    }

    private static boolean isForeign(LenientJson wire) {
        return isAutomatic(wire) || wire.has("forward_origin") || wire.has("forward_date");
    }

    private static boolean isAutomatic(LenientJson wire) {
        Optional<LenientJson> from = wire.object("from");
        Optional<Long> id = from.flatMap(sender -> sender.number("id"));
        boolean otherBot = from.filter(sender -> sender.isTrue("is_bot")).isPresent()
                && id.filter(MASKS::contains).isEmpty();
        return otherBot || id.filter(sender -> sender == TELEGRAM).isPresent() || wire.isTrue("is_automatic_forward");
    }
}
