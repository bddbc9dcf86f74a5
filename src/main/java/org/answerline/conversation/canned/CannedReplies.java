package org.answerline.conversation.canned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.text.EditDistance;
import org.answerline.telegram.text.FormattedText;

/** The texts that operators have saved, and what they become for a user. All operators have the same ones. */
@ApplicationScoped
@Transactional
public class CannedReplies {

    /** So many can be saved: all names fit into one message. */
    static final int MOST = 100;

    private static final int NEAREST = 3;
    private static final String COLUMNS = "select name, text, entities from canned_replies";

    @Inject
    private JdbcClient database;

    @Inject
    private Accounts accounts;

    @Inject
    private SupportMessages messages;

    @Inject
    private Clock clock;

    /** Saves a text under a name, in place of an earlier one; false if there are too many already. */
    public boolean save(String name, FormattedText text, OperatorIdentity author) {
        database.update(
                """
                insert into canned_replies (name, text, entities, operator_name, saved_at)
                select ?, ?, ?, ?, ? where (select count(*) from canned_replies where name <> ?) < ?
                on conflict (name) do update set text = excluded.text, entities = excluded.entities,
                  operator_name = excluded.operator_name, saved_at = excluded.saved_at
                """,
                name,
                text.text(),
                text.entitiesJson(),
                author.fullName().orElse(null),
                clock.instant(),
                name,
                MOST);
        return find(name).isPresent();
    }

    /** Deletes a text; false if there is none of this name. */
    public boolean delete(String name) {
        return database.update("delete from canned_replies where name = ?", name) == 1;
    }

    /** The text of this name. */
    public Optional<CannedReply> find(String name) {
        return database.first(CannedReplies::reply, COLUMNS + " where name = ?", name);
    }

    /** All texts, in the order of their names. */
    public List<CannedReply> all() {
        return database.list(CannedReplies::reply, COLUMNS + " order by name");
    }

    /** The names that are most like this one, the nearest first. */
    public List<String> nearest(String name) {
        return all().stream()
                .map(CannedReply::name)
                .filter(known -> isNear(known, name))
                .sorted(Comparator.comparingInt((String known) -> EditDistance.of(known, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NEAREST)
                .toList();
    }

    /**
     * The text of this name for the user of a conversation.
     *
     * @param about the question that is answered, or an earlier answer in its conversation
     */
    public FilledReply fill(String name, SupportMessage about) {
        return find(name)
                .map(reply -> Placeholders.fill(reply.text(), values(about)))
                .orElseGet(() -> new FilledReply.Unknown(nearest(name)));
    }

    private Map<String, String> values(SupportMessage about) {
        String userName = accounts.find(about.userId())
                .map(User::fullName)
                .map(TelegramMessageTexts::line)
                .orElse("");
        Optional<SupportMessage> question = about.isFromAdmin()
                ? messages.questionOf(about).or(() -> messages.lastQuestion(about.userId()))
                : Optional.of(about);
        String number = question.map(asked -> Long.toString(asked.number())).orElse("");
        return Map.of("name", userName, "number", number);
    }

    private static boolean isNear(String known, String name) {
        int distance = EditDistance.of(known, name);
        return distance <= Math.max(1, name.length() / 3) || known.startsWith(name) || name.startsWith(known);
    }

    private static CannedReply reply(ResultSet row) throws SQLException {
        return new CannedReply(row.getString(1), FormattedText.stored(row.getString(2), row.getString(3)));
    }
}
