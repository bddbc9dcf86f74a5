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

    /** Words that are in many messages are found among these, without reading all that have them. */
    private static final String AMONG_NEWEST =
            """
            select id, text from (
              select id, text from support_messages where delivery <> 'WAITING' order by id desc limit 2000) newest
            where to_tsvector('russian', text) @@ websearch_to_tsquery('russian', ?)
            """;

    /**
     * Rare words are found by the index of words. {@code materialized} keeps PostgreSQL from reading all messages backwards instead,
     * which it does for any {@code limit}, because it expects every word to be in one message of two hundred.
     */
    static final String AMONG_ALL =
            """
            select id, text from support_messages where id in (
              with having_words as materialized (
                select id from support_messages
                where to_tsvector('russian', text) @@ websearch_to_tsquery('russian', ?) and delivery <> 'WAITING')
              select id from having_words)
            """;

    @Inject
    private JdbcClient database;

    /**
     * The newest messages of all conversations that have all these words; those that still wait for delivery are not looked at.
     *
     * @param words in the form of web search engines ("exact phrase", or, -without); nothing that is typed is an error
     */
    public List<Hit> newest(String words, int most) {
        List<Hit> hits = hits(AMONG_NEWEST, words, most);
        return hits.size() == most ? hits : hits(AMONG_ALL, words, most);
    }

    private List<Hit> hits(String candidates, String words, int most) {
        return database.list(
                row -> new Hit(row.getLong(1), row.getString(2)), statement(candidates), words, words, most);
    }

    static String statement(String candidates) {
        return """
                select m.id, ts_headline('russian', m.text, websearch_to_tsquery('russian', ?), %s)
                from (select id, text from (%s) candidates order by id desc limit ?) m
                order by m.id desc
                """
                .formatted(EXCERPT, candidates);
    }
}
