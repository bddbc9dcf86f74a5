package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/** The captions of the parts of albums (table {@code album_captions}); the text of an album's message is all of them. Joins the caller's transaction. */
@ApplicationScoped
public class AlbumCaptions {

    private static final String SEPARATOR = "\n\n";

    private record Caption(long messageId, FormattedText text) {}

    @Inject
    private JdbcClient database;

    /** Notes a part of an album. */
    public void add(long supportMessageId, TelegramMessageRef part, FormattedText caption) {
        database.update(
                """
                insert into album_captions (chat_id, message_id, support_message_id, text, entities) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                part.chatId(),
                part.messageId(),
                supportMessageId,
                caption.text(),
                caption.entitiesJson());
    }

    /** The message that the album of this part became. */
    Optional<Long> messageOf(TelegramMessageRef part) {
        return database.first(
                row -> row.getLong(1),
                "select support_message_id from album_captions where chat_id = ? and message_id = ?",
                part.chatId(),
                part.messageId());
    }

    /** The text of a message when this part of it has another caption: that caption alone if the message is no album. */
    public FormattedText textWith(long supportMessageId, TelegramMessageRef part, FormattedText caption) {
        List<Caption> captions = database.list(
                row -> new Caption(row.getLong(1), FormattedText.stored(row.getString(2), row.getString(3))),
                """
                select message_id, text, entities from album_captions
                where support_message_id = ? and chat_id = ? order by message_id
                """,
                supportMessageId,
                part.chatId());
        if (captions.stream().noneMatch(one -> one.messageId() == part.messageId())) {
            return caption;
        }
        return captions.stream()
                .map(one -> one.messageId() == part.messageId() ? caption : one.text())
                .filter(text -> !InputText.isBlank(text.text()))
                .reduce((before, next) -> before.followedBy(SEPARATOR, next))
                .orElseGet(() -> FormattedText.plain(""));
    }

    /** This part has another caption now; nothing happens if it belongs to no album. */
    public void change(TelegramMessageRef part, FormattedText caption) {
        database.update(
                "update album_captions set text = ?, entities = ? where chat_id = ? and message_id = ?",
                caption.text(),
                caption.entitiesJson(),
                part.chatId(),
                part.messageId());
    }
}
