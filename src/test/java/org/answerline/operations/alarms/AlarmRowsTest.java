package org.answerline.operations.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.answerline.operations.alarms.AlarmMail.AlarmKind;
import org.answerline.platform.database.Schema;
import org.answerline.sandbox.LocalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes share the alarms: each e-mail is sent once, by one of them. */
class AlarmRowsTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    private static LocalDatabase database;
    private static AlarmRows one;
    private static AlarmRows other;

    @BeforeAll
    static void start() {
        database = LocalDatabase.temporary();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        new Schema(source).migrate();
        one = new AlarmRows(source);
        other = new AlarmRows(source);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.sql("delete from alarm_letters");
        database.sql("delete from deliveries");
    }

    @Test
    void anAlarmIsSentOnceHoweverOftenItIsFound() throws SQLException {
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
    void itsEndIsSentOnceHoweverOftenItIsFound() throws SQLException {
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
    void aMailThatWasNotAcceptedIsDueAgainAfterAMinute() throws SQLException {
        begin(one);
        one.takeDue().orElseThrow();
        assertEquals(Optional.empty(), other.takeDue());
        passMinutes(1);
        assertTrue(other.takeDue().isPresent());
    }

    @Test
    void anAlarmThatIsOverBeforeItsMailWasSentIsNotSent() throws SQLException {
        begin(one);
        one.endOthers(Optional.empty());
        passMinutes(2);
        assertEquals(Optional.empty(), one.takeDue());
    }

    @Test
    void theSameAlarmLaterIsANewOne() throws SQLException {
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
    void theOutboxIsLateAfterFifteenMinutes() throws SQLException {
        queueMessage("14 minutes");
        assertEquals(Optional.empty(), one.lateSince());
        queueMessage("16 minutes");
        assertTrue(one.lateSince().isPresent());
    }

    private static void begin(AlarmRows node) throws SQLException {
        node.begin(AlarmKind.CHAT_CLOSED, SINCE, "kicked");
    }

    private static void passMinutes(int minutes) {
        database.sql("update alarm_letters set due_at = due_at - interval '" + minutes + " minutes'");
    }

    private static void queueMessage(String age) {
        database.sql("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)"
                + " values (1, 'WORD', 1, 1, 't', 'WAITING', now() - interval '" + age + "')");
    }
}
