package org.answerline.operations.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.delivery.DeliveryRows;
import org.answerline.platform.database.JdbcClient;

/** The alarms that the owner has been informed of, shared by all nodes; each statement is a transaction of its own. */
@ApplicationScoped
class AlarmRows {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final DeliveryRows outbox;

    /** For the CDI proxy. */
    protected AlarmRows() {
        this(null, null);
    }

    @Inject
    AlarmRows(JdbcClient database, DeliveryRows outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** The alarm holds. It is a new one if the last one of its kind is over; otherwise nothing changes. */
    void begin(AlarmMail.AlarmKind alarm, Instant since, String reason) {
        database.update(
                """
                insert into alarm_letters (alarm, since, reason, due_at) values (?, ?, ?, now())
                on conflict (alarm) do update set since = excluded.since, reason = excluded.reason,
                  told = false, over = false, told_over = false, due_at = now()
                where alarm_letters.over and excluded.since > alarm_letters.since
                """,
                alarm.name(),
                since,
                reason);
    }

    /** All alarms are over, except this one. */
    void endOthers(Optional<AlarmMail.AlarmKind> current) {
        database.update(
                "update alarm_letters set over = true, due_at = now() where not over and alarm <> ?",
                current.map(Enum::name).orElse(""));
    }

    /**
     * The next e-mail to send. It is due again after 20 minutes unless {@link #markSent} or {@link #markRefused} is called: longer than a
     * mail server that takes minutes for a reply delays the sending, so that no other node sends it meanwhile.
     */
    Optional<AlarmMail> takeDue() {
        return database.first(
                row -> new AlarmMail(
                        AlarmMail.AlarmKind.valueOf(row.getString("alarm")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason"),
                        row.getBoolean("over")),
                """
                update alarm_letters set due_at = now() + interval '20 minutes' where alarm = (
                  select alarm from alarm_letters where due_at <= now() and told = over and not told_over
                  order by due_at limit 1 for update skip locked)
                returning alarm, since, reason, over
                """);
    }

    /** The mail server has not accepted it: it is due again after a minute. An alarm that has ended or begun meanwhile keeps its own time. */
    void markRefused(AlarmMail mailMessage) {
        database.update(
                "update alarm_letters set due_at = now() + interval '1 minute' where alarm = ? and since = ? and over = ?",
                mailMessage.alarm().name(),
                mailMessage.since(),
                mailMessage.over());
    }

    /** The mail server has accepted it. An alarm that has begun meanwhile has an e-mail of its own. */
    void markSent(AlarmMail mailMessage) {
        database.update(
                "update alarm_letters set " + (mailMessage.over() ? "told_over" : "told")
                        + " = true where alarm = ? and since = ?",
                mailMessage.alarm().name(),
                mailMessage.since());
    }

    /** Since when the oldest message of a chat has waited to which nothing has been sent for 15 minutes. */
    Optional<Instant> lateSince() {
        return outbox.stuckSince(LATE);
    }
}
