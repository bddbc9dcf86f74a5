package org.answerline.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.privacy.TelegramCopies.Copy;

/** Deletes all data about a user, and has Telegram delete the bot's messages where it still allows this. */
public final class Erasure {

    /**
     * Telegram lets a bot delete its messages for 48 hours; a few minutes are reserved for the time in the outbox.
     *
     * @see <a href="https://core.telegram.org/bots/api#deletemessage">deleteMessage</a>
     */
    private static final Duration DELETABLE = Duration.ofHours(48).minusMinutes(5);

    private static final int MOST_AT_ONCE = 100;

    /** At most this many question numbers of an erased user are listed to the operator. */
    private static final int MOST_NAMED = 20;

    /** The result of an erasure, with the ids of files whose contents may be stored in a folder. */
    public record Outcome(ErasureSummary summary, List<String> files) {}

    private final Connection database;
    private final ErasureContext telegram;
    private final Instant now;

    /** Works in the transaction of this connection, which the caller commits. */
    public Erasure(Connection database, ErasureContext telegram, Instant now) {
        this.database = database;
        this.telegram = telegram;
        this.now = now;
    }

    /** Counts what would be erased. */
    public ErasureSummary summary(long userId) throws SQLException {
        return ErasureSummary.of(
                count("select count(*) from support_messages where user_id = ?", userId),
                count("select count(*) from attachments where user_id = ?", userId),
                copies(userId));
    }

    /** Erases the user; does nothing if the user no longer exists. */
    public Outcome erase(long userId) throws SQLException {
        List<String> emails = texts("select email from users where id = ? for update", userId);
        ErasureSummary summary = summary(userId);
        if (emails.isEmpty()) {
            return new Outcome(summary, List.of());
        }
        List<String> questions = texts(
                "select question_number from support_messages where user_id = ? and not is_from_admin order by 1",
                userId);
        List<Copy> copies = copies(userId);
        List<Long> chats = TelegramCopies.chats(database, userId, telegram);
        forgetDeliveries(userId, emails.get(0), chats);
        forgetTraces(emails.get(0), chats);
        update("delete from given_hints where kind in ('NOT_LINKED', 'BLOCKED') and subject = ?", userId);
        List<String> files = files(userId);
        update("delete from users where id = ?", userId);
        eraseInTelegram(copies);
        tellOperator(questions, summary.keptAtOperator());
        return new Outcome(summary, files);
    }

    /** Includes the files of a draft that will be sent in this user's name: they have no owner yet. */
    private List<String> files(long userId) throws SQLException {
        return texts(
                "delete from attachments where user_id = ?"
                        + " or draft_id in (select id from question_drafts where user_id = ?) returning id",
                userId,
                userId);
    }

    /** A user who asked no question is not known to the operator, so no notice is sent. */
    private void tellOperator(List<String> questions, long kept) throws SQLException {
        if (questions.isEmpty() && kept == 0) {
            return;
        }
        String named =
                questions.stream().limit(MOST_NAMED).map(number -> "#" + number).collect(Collectors.joining(", "));
        String all = questions.size() <= MOST_NAMED
                ? named
                : telegram.texts()
                        .get("telegram.operator.erased.more", named, Integer.toString(questions.size() - MOST_NAMED));
        put(
                telegram.operatorChat(),
                "WORD",
                telegram.texts().get("telegram.operator.erased", all, Long.toString(kept)));
    }

    private List<Copy> copies(long userId) throws SQLException {
        return TelegramCopies.of(database, userId, telegram, now.minus(DELETABLE));
    }

    /** Uses the dispatcher's order of locks: deliveries before messages. */
    private void forgetDeliveries(long userId, String email, List<Long> chats) throws SQLException {
        update(
                "delete from deliveries where support_message_id in (select id from support_messages where user_id = ?)",
                userId);
        update("delete from deliveries where purpose = 'WORD' and strpos(lower(text), lower(?)) > 0", email);
        for (long chat : chats) {
            update("delete from deliveries where chat_id = ?", chat);
            update("delete from delivery_lanes where chat_id = ? and carrier is null", chat);
        }
    }

    /** Deletes rows without a foreign key to the user: updates set aside, failed sign-ins, requests to move a chat. */
    private void forgetTraces(String email, List<Long> chats) throws SQLException {
        update("delete from rejected_updates where strpos(lower(body), lower(?)) > 0", email);
        update(
                "delete from sign_in_failures where subject = encode(sha256(convert_to('EMAIL:' || lower(?), 'UTF8')), 'hex')",
                email);
        for (long chat : chats) {
            update("delete from rejected_updates where body ~ ('\"id\"\\s*:\\s*' || ? || '\\M')", Long.toString(chat));
            update("delete from given_hints where chat_id = ?", chat);
            update("update user_telegram_links set requested_chat_id = null where requested_chat_id = ?", chat);
        }
    }

    /** Queues the deletion in the outbox, like every call to Telegram. */
    private void eraseInTelegram(List<Copy> copies) throws SQLException {
        var byChat = copies.stream().filter(Copy::deletable).collect(Collectors.groupingBy(Copy::chatId));
        for (var chat : byChat.entrySet()) {
            List<Copy> there = chat.getValue();
            for (int from = 0; from < there.size(); from += MOST_AT_ONCE) {
                put(
                        chat.getKey(),
                        "ERASURE",
                        there.subList(from, Math.min(there.size(), from + MOST_AT_ONCE)).stream()
                                .map(copy -> Long.toString(copy.messageId()))
                                .collect(Collectors.joining(",")));
            }
        }
    }

    private void put(long chatId, String purpose, String text) throws SQLException {
        update(
                "insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)"
                        + " values (?, ?, 1, 1, ?, 'WAITING', now())",
                chatId,
                purpose,
                text);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private long count(String sql, long userId) throws SQLException {
        return Long.parseLong(texts(sql, userId).get(0));
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
