package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.platform.database.JdbcClient;

/**
 * Finds messages by their words, in any form that Russian and English grammar gives them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/textsearch.html">Full text search of PostgreSQL</a>
 */
@ApplicationScoped
public class MessageSearch {

    /**
     * A message that was found.
     *
     * @param excerpt the part of its text with the words
     */
    public record Hit(long messageId, String excerpt) {}

    /** How the excerpt of a text is made. */
    public static final String EXCERPT = "'StartSel=\"\", StopSel=\"\", MaxWords=24, MinWords=12'";

    @Inject
    private JdbcClient database;

    /**
     * The newest messages of all conversations that have all these words; those that still wait for delivery are not looked at.
     *
     * @param words in the form of web search engines ("exact phrase", or, -without); nothing that is typed is an error
     */
    public List<Hit> newest(String words, int most) {
        return database.list(
                row -> new Hit(row.getLong(1), row.getString(2)),
                """
                select m.id, ts_headline('russian', m.text, websearch_to_tsquery('russian', ?), %s) from (
                  select id, text from support_messages
                  where to_tsvector('russian', text) @@ websearch_to_tsquery('russian', ?) and delivery <> 'WAITING'
                  order by id desc limit ?) m
                order by m.id desc
                """
                        .formatted(EXCERPT),
                words,
                words,
                most);
    }
}
