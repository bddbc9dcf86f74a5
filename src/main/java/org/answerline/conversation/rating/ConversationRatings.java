package org.answerline.conversation.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/** The ratings of closed conversations. Each closing is rated at most once, on any number of nodes. */
@ApplicationScoped
@Transactional
public class ConversationRatings implements CleanupTask {

    /**
     * The ratings of some time.
     *
     * @param mean of their scores, 1 to 5; 0 if there are none
     */
    public record Summary(long count, double mean) {}

    /** The best score; the worst is 1. */
    public static final int BEST = 5;

    private static final String COLUMNS =
            "select id, user_id, closed_through, score, comment from conversation_ratings ";

    private final JdbcClient database;
    private final Settings settings;
    private final Clock clock;

    /** For the CDI proxy. */
    protected ConversationRatings() {
        this(null, null, null);
    }

    @Inject
    ConversationRatings(JdbcClient database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A conversation was closed; returns the id of its rating, and nothing if this closing has one already. */
    Optional<Long> begin(long userId, long closedThrough) {
        return database.first(
                row -> row.getLong(1),
                """
                insert into conversation_ratings (user_id, closed_through, closed_at) values (?, ?, ?)
                on conflict do nothing returning id
                """,
                userId,
                closedThrough,
                clock.instant());
    }

    /** Stores the score of a closing of this user's conversation; false if it is another user's, or was rated before. */
    public boolean rate(long id, long userId, int score) {
        return score >= 1
                && score <= BEST
                && database.update(
                                """
                                update conversation_ratings set score = ?, rated_at = ?
                                where id = ? and user_id = ? and score is null
                                """,
                                score,
                                clock.instant(),
                                id,
                                userId)
                        == 1;
    }

    /** The rating of a closing of this user's conversation by its id. */
    public Optional<ConversationRating> find(long id, long userId) {
        return database.first(ConversationRatings::rating, COLUMNS + "where id = ? and user_id = ?", id, userId);
    }

    /** The rating of the closing after this message. */
    public Optional<ConversationRating> closedAfter(long userId, long messageId) {
        return database.first(
                ConversationRatings::rating, COLUMNS + "where user_id = ? and closed_through = ?", userId, messageId);
    }

    /** The newest closing of a user's conversation that can be or was rated. */
    public Optional<ConversationRating> newest(long userId) {
        return database.first(
                ConversationRatings::rating,
                COLUMNS + "where user_id = ? order by closed_through desc limit 1",
                userId);
    }

    /** The ratings that a user has given, the newest first. */
    public List<ConversationRating> given(long userId, int most) {
        return database.list(
                ConversationRatings::rating,
                COLUMNS + "where user_id = ? and score is not null order by closed_through desc limit ?",
                userId,
                most);
    }

    /** The ratings that were given since then. */
    public Summary since(Instant time) {
        return database.first(
                        row -> new Summary(row.getLong(1), row.getDouble(2)),
                        "select count(*), coalesce(avg(score), 0)::float8 from conversation_ratings where rated_at >= ?",
                        time)
                .orElseThrow();
    }

    /** Stores the comment of a rating; false if there is no score yet, or a comment already. */
    boolean comment(long id, String text) {
        return database.update(
                        "update conversation_ratings set comment = ? where id = ? and score is not null and comment is null",
                        text,
                        id)
                == 1;
    }

    /** Deletes ratings of the age at which messages are deleted. */
    @Override
    public void deleteOld() {
        settings.configured(SiteSettings.RETENTION)
                .map(days -> clock.instant().minus(Duration.ofDays(days)))
                .ifPresent(limit -> database.update(
                        "delete from conversation_ratings where coalesce(rated_at, closed_at) < ?", limit));
    }

    private static ConversationRating rating(ResultSet row) throws SQLException {
        Integer score = row.getObject(4, Integer.class);
        return new ConversationRating(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                score == null ? OptionalInt.empty() : OptionalInt.of(score),
                Optional.ofNullable(row.getString(5)));
    }
}
