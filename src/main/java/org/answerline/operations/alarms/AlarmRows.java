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

/** What the owner has been told of, the same for all nodes; each statement is a transaction of its own. */
@ApplicationScoped
class AlarmRows {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    /** This is in force. Another since the last was over is a new one; told again and again, it stays the same. */
    void begin(AlarmMail.Alarm alarm, Instant since, String reason) throws SQLException {
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

    /** All others are over; of none, all. */
    void end(Optional<AlarmMail.Alarm> allBut) throws SQLException {
        change(
                "update alarm_letters set over = true, due_at = now() where not over and alarm <> ?",
                allBut.map(Enum::name).orElse(""));
    }

    /** The next e-mail to send; comes up again after a minute unless it is said to be sent. */
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
                            AlarmMail.Alarm.valueOf(row.getString("alarm")),
                            row.getTimestamp("since").toInstant(),
                            row.getString("reason"),
                            row.getBoolean("over")))
                    : Optional.empty();
        }
    }

    /** The mail server has it. */
    void sent(AlarmMail mailMessage) throws SQLException {
        change(
                "update alarm_letters set " + (mailMessage.over() ? "told_over" : "told") + " = true where alarm = ?",
                mailMessage.alarm().name());
    }

    /** Since when the oldest message waits that should have left long ago. */
    Optional<Instant> late() throws SQLException {
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
