package org.answerline.operations.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.answerline.delivery.DeliveryRows;
import org.answerline.operations.alarms.AlarmMail.AlarmKind;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes share the alarms: each e-mail is sent once, by one of them. */
class AlarmRowsTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    private static TestDatabase database;
    private static AlarmRows one;
    private static AlarmRows other;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        var source = database.dataSource();
        one = rows(source);
        other = rows(source);
    }

    private static AlarmRows rows(DataSource source) {
        var client = new JdbcClient(source);
        return new AlarmRows(client, new DeliveryRows(client));
    }

    @BeforeEach
    void empty() {
        database.sql("delete from alarm_letters");
        database.sql("delete from deliveries");
    }

    @Test
    void anAlarmIsSentOnceHoweverOftenItIsFound() {
        begin(one);
        begin(other);
        var mail = one.takeDue().orElseThrow();
        assertEquals(new AlarmMail(AlarmKind.CHAT_CLOSED, SINCE, "kicked", false), mail);
        assertEquals(Optional.empty(), other.takeDue());
        one.markSent(mail);
        for (int round = 0; round < 3; round++) {
            begin(one);
            begin(other);
            passMinutes(2);
            assertEquals(Optional.empty(), one.takeDue());
            assertEquals(Optional.empty(), other.takeDue());
        }
    }

    @Test
    void itsEndIsSentOnceHoweverOftenItIsFound() {
        begin(one);
        one.markSent(one.takeDue().orElseThrow());
        one.endOthers(Optional.empty());
        other.endOthers(Optional.empty());
        var mail = other.takeDue().orElseThrow();
        assertTrue(mail.over());
        assertEquals(Optional.empty(), one.takeDue());
        other.markSent(mail);
        one.endOthers(Optional.empty());
        passMinutes(2);
        assertEquals(Optional.empty(), one.takeDue());
        assertEquals(Optional.empty(), other.takeDue());
    }

    @Test
    void aMailThatWasNotAcceptedIsDueAgainAfterAMinute() {
        begin(one);
        one.markRefused(one.takeDue().orElseThrow());
        assertEquals(Optional.empty(), other.takeDue());
        passMinutes(1);
        assertTrue(other.takeDue().isPresent());
    }

    @Test
    void noOtherNodeSendsAMailForWhichAMailServerTakesMinutes() {
        begin(one);
        one.takeDue().orElseThrow();
        passMinutes(19);
        assertEquals(Optional.empty(), other.takeDue());
    }

    @Test
    void theMailOfANodeThatHasDiedIsSentByAnother() {
        begin(one);
        one.takeDue().orElseThrow();
        passMinutes(20);
        assertTrue(other.takeDue().isPresent());
    }

    @Test
    void aRefusalOfAnEarlierMailDelaysNoLaterOne() {
        begin(one);
        var refused = one.takeDue().orElseThrow();
        one.endOthers(Optional.empty());
        other.begin(AlarmKind.CHAT_CLOSED, SINCE.plusSeconds(1), "left");
        one.markRefused(refused);
        assertTrue(other.takeDue().isPresent());
    }

    @Test
    void anEarlierMailThatIsAcceptedLateStandsForNoLaterAlarm() {
        begin(one);
        var slow = one.takeDue().orElseThrow();
        one.endOthers(Optional.empty());
        other.begin(AlarmKind.CHAT_CLOSED, SINCE.plusSeconds(1), "left");
        one.markSent(slow);
        assertEquals("left", other.takeDue().orElseThrow().reason());
    }

    @Test
    void anAlarmThatIsOverBeforeItsMailWasSentIsNotSent() {
        begin(one);
        one.endOthers(Optional.empty());
        passMinutes(2);
        assertEquals(Optional.empty(), one.takeDue());
    }

    @Test
    void theSameAlarmLaterIsANewOne() {
        begin(one);
        one.markSent(one.takeDue().orElseThrow());
        one.endOthers(Optional.empty());
        one.markSent(one.takeDue().orElseThrow());
        begin(one);
        assertEquals(Optional.empty(), one.takeDue());
        one.begin(AlarmKind.CHAT_CLOSED, SINCE.plusSeconds(1), "left");
        assertFalse(one.takeDue().orElseThrow().over());
    }

    @Test
    void theOutboxIsLateAfterFifteenMinutes() {
        queueMessage(1, "14 minutes");
        assertEquals(Optional.empty(), one.lateSince());
        queueMessage(1, "16 minutes");
        assertTrue(one.lateSince().isPresent());
    }

    /** A group takes twenty messages a minute: a thousand of them take most of an hour, and nothing is wrong. */
    @Test
    void aLongQueueThatIsBeingSentIsNotLate() {
        queueMessage(1, "40 minutes");
        sent(1, "14 minutes");
        assertEquals(Optional.empty(), one.lateSince());
    }

    @Test
    void aChatThatGetsNothingIsLateWhileOthersGetTheirs() {
        queueMessage(1, "40 minutes");
        sent(1, "1 minute");
        queueMessage(2, "20 minutes");
        sent(2, "16 minutes");
        assertEquals(queuedAt(2), one.lateSince());
    }

    private static void begin(AlarmRows node) {
        node.begin(AlarmKind.CHAT_CLOSED, SINCE, "kicked");
    }

    private static void passMinutes(int minutes) {
        database.sql("update alarm_letters set due_at = due_at - interval '" + minutes + " minutes'");
    }

    private static void queueMessage(long chat, String age) {
        database.sql("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)" + " values ("
                + chat + ", 'WORD', 1, 1, 't', 'WAITING', now() - interval '" + age + "')");
    }

    private static void sent(long chat, String ago) {
        database.sql("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at, finished_at)"
                + " values (" + chat + ", 'WORD', 1, 1, 't', 'SENT', now() - interval '1 hour', now() - interval '"
                + ago
                + "')");
    }

    private static Optional<Instant> queuedAt(long chat) {
        return new JdbcClient(database.dataSource())
                .first(
                        row -> row.getTimestamp(1).toInstant(),
                        "select created_at from deliveries where state = 'WAITING' and chat_id = ?",
                        chat);
    }
}
