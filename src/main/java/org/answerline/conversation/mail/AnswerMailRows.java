package org.answerline.conversation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.text.EmailSyntax;

/** The SQL of the e-mails about answers: who is owed one, what was seen and sent. Joins the caller's transaction. */
@ApplicationScoped
public class AnswerMailRows {

    /**
     * A user who is owed an e-mail.
     *
     * @param language a BCP 47 tag; null if unknown
     * @param isVouched whether a site vouches for the user, who cannot sign in at the desk
     * @param isGuest whether the user has no account
     * @param isAllowed whether this address may be written to: it is confirmed and was not refused, and its user has not unsubscribed
     * @param attempts how often it was tried before
     */
    record DueMail(
            long userId,
            String address,
            String language,
            boolean isVouched,
            boolean isGuest,
            boolean isAllowed,
            int attempts) {}

    /**
     * A user who has got e-mails about answers.
     *
     * @param through the id of the last answer that they were about; empty if it was deleted in the meantime
     */
    record MailedUser(long userId, String address, OptionalLong through) {}

    private static final int MOST_ANSWERS = 50;

    /** No Telegram has got it. */
    private static final String UNSENT = "m.is_from_admin and m.delivery in ('WAITING', 'HELD', 'FAILED')";

    /** The user wants e-mails, and the address is confirmed and was not refused. */
    private static final String ALLOWED = "(u.email_confirmed_at is not null and a.unsubscribed_at is null"
            + " and a.refused_address is distinct from u.email)";

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected AnswerMailRows() {
        this(null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public AnswerMailRows(JdbcClient database) {
        this.database = database;
    }

    /** A page has shown a user the conversation up to this message; an id that is none of the conversation counts as the one before it. */
    void markSeen(long userId, long through) {
        database.update(
                """
                insert into answer_mails as a (user_id, seen_through)
                select m.user_id, max(m.id) from support_messages m where m.user_id = ? and m.id <= ? group by m.user_id
                on conflict (user_id) do update set seen_through = excluded.seen_through
                where a.seen_through < excluded.seen_through
                """,
                userId,
                through);
    }

    /**
     * Makes an e-mail due for each user with an answer from this period that no Telegram has got, no page has shown and no e-mail was
     * about.
     *
     * @return for how many
     */
    int findDue(Instant after, Instant until, Instant now) {
        return database.update(
                """
                insert into answer_mails as d (user_id, due_at)
                select distinct m.user_id, cast(? as timestamptz) from support_messages m
                join users u on u.id = m.user_id left join answer_mails a on a.user_id = m.user_id
                where %s and %s and m.created_at >= ? and m.created_at <= ? and a.due_at is null
                  and m.id > greatest(coalesce(a.seen_through, 0), coalesce(a.mailed_through, 0))
                order by m.user_id
                on conflict (user_id) do update set due_at = excluded.due_at, attempts = 0 where d.due_at is null
                """
                        .formatted(UNSENT, ALLOWED),
                now,
                after,
                until);
    }

    /** The next e-mail that is due, locked. */
    Optional<DueMail> firstDue(Instant now) {
        return database.first(
                row -> new DueMail(
                        row.getLong("user_id"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getBoolean("vouched") && !row.getBoolean("guest"),
                        row.getBoolean("guest"),
                        row.getBoolean("is_allowed"),
                        row.getInt("attempts")),
                "select a.user_id, u.email, u.language, u.vouched, u.guest, " + ALLOWED + " as is_allowed, a.attempts"
                        + " from answer_mails a join users u on u.id = a.user_id where a.due_at <= ?"
                        + " order by a.due_at limit 1 for update of a skip locked",
                now);
    }

    /** The answers since this time that an e-mail to the user has to be about, the oldest first. */
    List<UnseenAnswer> unseen(long userId, Instant after) {
        return database.list(
                row -> new UnseenAnswer(
                        row.getLong("id"),
                        row.getString("text"),
                        Optional.ofNullable(row.getString("signature")),
                        row.getLong("origin_chat_id"),
                        row.getLong("origin_message_id")),
                "select m.id, m.text, m.signature, m.origin_chat_id, m.origin_message_id from support_messages m"
                        + " join answer_mails a on a.user_id = m.user_id where m.user_id = ? and " + UNSENT
                        + " and m.id > greatest(a.seen_through, a.mailed_through) and m.created_at >= ?"
                        + " order by m.id limit " + MOST_ANSWERS,
                userId,
                after);
    }

    /** Counts an attempt; the next one is at this time, unless the e-mail is sent. */
    void countAttempt(long userId, Instant next) {
        database.update("update answer_mails set attempts = attempts + 1, due_at = ? where user_id = ?", next, userId);
    }

    /** The next attempt is at this time. */
    void postpone(long userId, Instant due) {
        database.update("update answer_mails set due_at = ? where user_id = ?", due, userId);
    }

    /** No e-mail is about the answers up to this one any more; 0 changes nothing about that. */
    void end(long userId, long through) {
        database.update(
                "update answer_mails set mailed_through = greatest(mailed_through, ?), due_at = null, attempts = 0"
                        + " where user_id = ?",
                through,
                userId);
    }

    /** The mail server has refused this address for good; whether that is new. */
    boolean markRefused(long userId, String address) {
        return database.update(
                        "update answer_mails set refused_address = ? where user_id = ? and refused_address is distinct from ?",
                        address,
                        userId,
                        address)
                > 0;
    }

    /** Who has got e-mails about answers at this address, in whatever case it is written, and whether its domain is in ASCII or not. */
    List<MailedUser> mailedAt(String address) {
        return database.list(
                row -> {
                    long through = row.getLong(3);
                    OptionalLong answer = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(through);
                    return new MailedUser(row.getLong(1), row.getString(2), answer);
                },
                "select a.user_id, u.email, m.id from answer_mails a join users u on u.id = a.user_id"
                        + " left join support_messages m on m.id = a.mailed_through"
                        + " where lower(u.email) in (lower(?), lower(?)) and a.mailed_through > 0 order by a.user_id",
                address,
                EmailSyntax.unicodeForm(address));
    }

    /** Keeps the link of an e-mail that unsubscribes this user. */
    void addToken(String hash, long userId, Instant now) {
        database.update(
                "insert into answer_mail_tokens (token_hash, user_id, created_at) values (?, ?, ?)", hash, userId, now);
    }

    /** The user of a link. */
    Optional<Long> userOf(String tokenHash) {
        return database.first(
                row -> row.getLong(1), "select user_id from answer_mail_tokens where token_hash = ?", tokenHash);
    }

    /** Deletes the links from before this time. */
    void deleteTokens(Instant before) {
        database.update("delete from answer_mail_tokens where created_at < ?", before);
    }

    /** Stores since when a user wants no e-mails; null if the user wants them. */
    void setUnsubscribed(long userId, Instant since) {
        database.update(
                """
                insert into answer_mails as a (user_id, unsubscribed_at) values (?, ?)
                on conflict (user_id) do update set unsubscribed_at = excluded.unsubscribed_at
                where (a.unsubscribed_at is null) <> (excluded.unsubscribed_at is null)
                """,
                userId,
                since);
    }

    /** Whether a user wants no e-mails. */
    boolean isUnsubscribed(long userId) {
        return database.first(
                        row -> true,
                        "select 1 from answer_mails where user_id = ? and unsubscribed_at is not null",
                        userId)
                .isPresent();
    }

    /** What is known of a user's e-mails as a JSON object, for the user; the text {@code null} if nothing is. */
    public String exported(long userId) {
        return database.first(
                        row -> row.getString(1),
                        "select json_build_object('unsubscribed_at', unsubscribed_at, 'refused_address', refused_address,"
                                + " 'last_answer_seen', seen_through, 'last_answer_in_an_email', mailed_through)::text"
                                + " from answer_mails where user_id = ?",
                        userId)
                .orElse("null");
    }
}
