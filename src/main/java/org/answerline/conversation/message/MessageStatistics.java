package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** How many questions were asked and answered. Messages that a user sends before the answer belong to the same question. */
@ApplicationScoped
public class MessageStatistics {

    /**
     * The numbers of the questions that were asked since some time.
     *
     * @param answered those of them that were answered until now
     * @param medianAnswerTime the median time from the question to the first answer; empty if nothing was answered
     */
    public record Numbers(long asked, long answered, Optional<Duration> medianAnswerTime) {}

    @Inject
    private JdbcClient database;

    /** The numbers of the questions that were asked since then. */
    public Numbers since(Instant begin) {
        return database.first(
                        MessageStatistics::numbers,
                        """
                        select count(*), count(answered),
                          percentile_cont(0.5) within group (order by extract(epoch from answered - asked)::float8)
                        from (select m.created_at as asked, (select a.created_at from support_messages a
                            where a.user_id = m.user_id and a.id > m.id and a.is_from_admin and a.delivery <> 'WITHDRAWN'
                            order by a.id limit 1) as answered
                          from support_messages m where m.created_at >= ? and not m.is_from_admin and m.delivery <> 'HELD'
                          and coalesce((select p.is_from_admin from support_messages p
                            where p.user_id = m.user_id and p.id < m.id and p.delivery <> 'WITHDRAWN' order by p.id desc limit 1), true)) questions
                        """,
                        begin)
                .orElseThrow();
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        Double seconds = row.getObject(3, Double.class);
        return new Numbers(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(seconds).map(median -> Duration.ofSeconds(Math.round(median))));
    }
}
