package org.answerline.conversation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.MessageSearch;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/** What operators have noted about users. Nothing of it is ever sent to a user. */
@ApplicationScoped
@Transactional
public class ConversationNotes implements CleanupTask {

    /**
     * What an operator noted about a user for the other operators.
     *
     * @param operatorName empty for an anonymous administrator
     */
    public record Note(Optional<String> operatorName, String text, Instant createdAt, boolean edited) {}

    /**
     * A note that was found by its words.
     *
     * @param operatorName empty for an anonymous administrator
     * @param excerpt the part of its text with the words
     */
    public record Found(long userId, Optional<String> operatorName, Instant createdAt, String excerpt) {}

    private final JdbcClient database;
    private final Settings settings;
    private final Clock clock;

    /** For the CDI proxy. */
    protected ConversationNotes() {
        this(null, null, null);
    }

    @Inject
    ConversationNotes(JdbcClient database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a note about a user.
     *
     * @param origin the message in the operators' chat
     * @param album its media_group_id
     */
    public void add(
            long userId, TelegramMessageRef origin, Optional<String> album, OperatorIdentity author, String text) {
        database.update(
                """
                insert into conversation_notes
                  (user_id, chat_id, message_id, album, operator_id, operator_name, text, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (chat_id, message_id) do nothing
                """,
                userId,
                origin.chatId(),
                origin.messageId(),
                album.orElse(null),
                author.id(),
                author.fullName().orElse(null),
                text,
                clock.instant());
    }

    /** Replaces the text of the note that was written as this message; false if that message is no note. */
    public boolean edit(TelegramMessageRef origin, String text) {
        return database.update(
                        "update conversation_notes set edited_at = case when text = ? then edited_at else cast(? as timestamptz) end,"
                                + " text = ? where chat_id = ? and message_id = ?",
                        text,
                        clock.instant(),
                        text,
                        origin.chatId(),
                        origin.messageId())
                > 0;
    }

    /** The user that the note with this message is about; empty if that message is no note. */
    public Optional<Long> userOf(TelegramMessageRef origin) {
        return database.first(
                row -> row.getLong(1),
                "select user_id from conversation_notes where chat_id = ? and message_id = ?",
                origin.chatId(),
                origin.messageId());
    }

    /** Whether an album is a note: one of its parts carries the text of a note. */
    public boolean isNoteAlbum(long chatId, String album) {
        return database.first(
                        row -> true,
                        "select 1 from conversation_notes where chat_id = ? and album = ? limit 1",
                        chatId,
                        album)
                .isPresent();
    }

    /** The newest notes about a user, the newest first. */
    public List<Note> newest(long userId, int most) {
        return database.list(
                ConversationNotes::note,
                """
                select operator_name, text, created_at, edited_at is not null from conversation_notes
                where user_id = ? order by id desc limit ?
                """,
                userId,
                most);
    }

    /** The newest notes that have all these words, in the form of {@link MessageSearch#newest}. */
    public List<Found> find(String words, int most) {
        return database.list(
                ConversationNotes::found,
                """
                select n.user_id, n.operator_name, n.created_at,
                  ts_headline('russian', n.text, websearch_to_tsquery('russian', ?), %s) from (
                  with having_words as materialized (
                    select id, user_id, operator_name, created_at, text from conversation_notes
                    where to_tsvector('russian', text) @@ websearch_to_tsquery('russian', ?))
                  select * from having_words order by id desc limit ?) n
                order by n.id desc
                """
                        .formatted(MessageSearch.EXCERPT),
                words,
                words,
                most);
    }

    /** Deletes notes of the age at which messages are deleted. */
    @Override
    public void deleteOld() {
        settings.configured(SiteSettings.RETENTION)
                .map(days -> clock.instant().minus(Duration.ofDays(days)))
                .ifPresent(this::deleteBefore);
    }

    private void deleteBefore(Instant limit) {
        database.update("delete from conversation_notes where created_at < ?", limit);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4));
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                Optional.ofNullable(row.getString(1)),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getBoolean(4));
    }
}
