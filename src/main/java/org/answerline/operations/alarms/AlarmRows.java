package org.answerline.operations.alarms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The alarms that the owner has been informed of, shared by all nodes; each statement is a transaction of its own. */
@ApplicationScoped
class AlarmRows {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    /** For the container. */
    protected AlarmRows() {}

    AlarmRows(DataSource database) {
        this.database = database;
    }

    /** The alarm holds. It is a new one if the last one of its kind is over; otherwise nothing changes. */
    void begin(AlarmMail.AlarmKind alarm, Instant since, String reason) throws SQLException {
        change(
                """
                insert into alarm_letters (alarm, since, reason, due_at) values (?, ?, ?, now())
                on conflict (alarm) do update set since = excluded.since, reason = excluded.reason,
                  told = false, over = false, told_over = false, due_at = now()
                where alarm_letters.over and excluded.since > alarm_letters.since
                """,
                alarm.name(),
                since.atOffset(ZoneOffset.UTC),
                reason);
    }

    /** All alarms are over, except this one. */
    void endOthers(Optional<AlarmMail.AlarmKind> current) throws SQLException {
        change(
                "update alarm_letters set over = true, due_at = now() where not over and alarm <> ?",
                current.map(Enum::name).orElse(""));
    }

    /** The next e-mail to send; it is due again after a minute unless {@link #markSent} is called. */
    Optional<AlarmMail> takeDue() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        update alarm_letters set due_at = now() + interval '1 minute' where alarm = (
                          select alarm from alarm_letters where due_at <= now() and told = over and not told_over
                          order by due_at limit 1 for update skip locked)
                        returning alarm, since, reason, over
                        """);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new AlarmMail(
                            AlarmMail.AlarmKind.valueOf(row.getString("alarm")),
                            row.getTimestamp("since").toInstant(),
                            row.getString("reason"),
                            row.getBoolean("over")))
                    : Optional.empty();
        }
    }

    /** The mail server has accepted it. */
    void markSent(AlarmMail mailMessage) throws SQLException {
        change(
                "update alarm_letters set " + (mailMessage.over() ? "told_over" : "told") + " = true where alarm = ?",
                mailMessage.alarm().name());
    }

    /** Since when the oldest message has waited, if that is longer than 15 minutes. */
    Optional<Instant> lateSince() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select min(created_at) as since from deliveries where state = 'WAITING'"
                                + " having min(created_at) < now() - interval '15 minutes'");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getTimestamp("since").toInstant()) : Optional.empty();
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
