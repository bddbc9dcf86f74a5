package org.answerline.sandbox.chaos;

import static org.answerline.sandbox.chaos.Copies.Cause.ANSWER_SPOILT;
import static org.answerline.sandbox.chaos.Copies.Cause.DATABASE_AWAY;
import static org.answerline.sandbox.chaos.Copies.Cause.SENDER_KILLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.sandbox.telegram.BotRequest;
import org.junit.jupiter.api.Test;

/** The chaos run's judge must not be kinder than the facts. */
class CopiesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Copies copies = new Copies(List.of(
            new Journal.Mishap(Journal.Kind.SERVER_KILLED, "node-1", at(100), at(100.1)),
            new Journal.Mishap(Journal.Kind.DATABASE_KILLED, "database", at(200), at(210)),
            new Journal.Mishap(Journal.Kind.SERVER_KILLED, "node-2", at(212), at(212.1))));

    @Test
    void onlyTheDeathOfTheSenderExcusesACopy() {
        assertEquals(Optional.of(SENDER_KILLED), copies.cause(answered("node-1", 99.8)));
        assertEquals(Optional.empty(), copies.cause(answered("node-2", 99.8)));
    }

    @Test
    void onlyADeathBeforeTheAnswerIsWrittenDownDoes() {
        assertEquals(Optional.empty(), copies.cause(answered("node-1", 89)));
        assertEquals(Optional.empty(), copies.cause(answered("node-1", 101.5)));
        assertEquals(Optional.of(SENDER_KILLED), copies.cause(answered("node-1", 100.3)));
    }

    @Test
    void withoutTheDatabaseNothingIsWrittenDown() {
        assertEquals(Optional.of(DATABASE_AWAY), copies.cause(answered("node-1", 205)));
        assertEquals(Optional.of(SENDER_KILLED), copies.cause(answered("node-2", 205)));
        assertEquals(Optional.empty(), copies.cause(answered("node-1", 211)));
    }

    @Test
    void aSpoiltAnswerExcusesItsCopy() {
        var spoilt = new BotRequest("node-1", 1, at(1), at(1), "sendMessage", 1, Map.of(), 0, "fault DROPPED", true);
        assertEquals(Optional.of(ANSWER_SPOILT), copies.cause(spoilt));
    }

    @Test
    void allAreAwayOnlyAtTheSameMoment() {
        var nodes = new Attendance();
        List.of("node-1", "node-2").forEach(node -> {
            nodes.away(node, at(0));
            nodes.back(node, at(1));
        });
        nodes.away("node-1", at(10));
        nodes.back("node-1", at(20));
        nodes.away("node-2", at(21));
        assertFalse(nodes.wereAllAway(at(2), at(30)));
        nodes.away("node-1", at(29));
        assertTrue(nodes.wereAllAway(at(2), at(30)));
        assertFalse(nodes.wereAllAway(at(2), at(28)));
        assertTrue(nodes.wasAway("node-1", at(15), at(16)));
        assertFalse(nodes.wasAway("node-1", at(20.5), at(28)));
    }

    private static BotRequest answered(String sender, double seconds) {
        return new BotRequest(sender, 1, at(seconds), at(seconds + 0.01), "sendMessage", 1, Map.of(), 200, "ok", true);
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }
}
