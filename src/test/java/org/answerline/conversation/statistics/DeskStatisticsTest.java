package org.answerline.conversation.statistics;

import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock begins on Sunday, 2026-03-01, 12:00 in UTC. */
@UsesSharedDatabase
class DeskStatisticsTest {

    private final ConversationFixture desk =
            new ConversationFixture("SUPPORT_DIGEST", "weekly", "SUPPORT_TIME_ZONE", "Europe/Berlin");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void questionsAreCountedWithTheMedianTimeToTheirFirstAnswer() {
        long anna = desk.user("Anna");
        SupportMessage early = desk.ask(anna, "Three weeks ago");
        desk.clock.pass(Duration.ofDays(1));
        desk.answer(early, "A day later");
        desk.clock.pass(Duration.ofDays(20));
        SupportMessage first = desk.ask(anna, "First");
        desk.ask(anna, "Belongs to the first");
        SupportMessage second = desk.ask(desk.user("Boris"), "Second");
        SupportMessage third = desk.ask(desk.user("Carl"), "Third");
        desk.clock.pass(Duration.ofMinutes(10));
        desk.answer(first, "After ten minutes");
        desk.answer(first, "And more");
        desk.clock.pass(Duration.ofMinutes(20));
        desk.answer(second, "After half an hour");
        desk.clock.pass(Duration.ofMinutes(150));
        assertEquals(
                "📊 The numbers of this desk\n"
                        + "Last 7 days: 3 asked, 2 answered, half of them within 20 min\n"
                        + "Last 30 days: 4 asked, 3 answered, half of them within 30 min\n"
                        + "Open now: 1, the oldest is #" + third.number() + " (3 h)",
                answer());
    }

    @Test
    void aDeskWithoutQuestionsHasNumbersToo() {
        assertEquals(
                "📊 The numbers of this desk\nLast 7 days: 0 asked, 0 answered\nLast 30 days: 0 asked, 0 answered\n"
                        + "✅ Nobody waits for an answer.",
                answer());
    }

    @Test
    void theRatingsOfAMonthAreCounted() {
        for (int score : new int[] {5, 4, 4}) {
            SharedDatabase.sql(
                    "insert into conversation_ratings (user_id, closed_through, closed_at, score, rated_at)"
                            + " values (?, 1, now(), ?, ?) returning id",
                    desk.user("Rater" + desk.clock.instant().getEpochSecond()),
                    score,
                    desk.now());
            desk.clock.pass(Duration.ofDays(20));
        }
        assertEquals(
                "Ratings of the last 30 days: 1, on average 4 of 5",
                answer().lines().skip(3).findFirst().orElseThrow());
    }

    @Test
    void theDigestIsSentOnceOnMondayMorning() {
        digest();
        desk.clock.pass(Duration.ofHours(18));
        digest();
        assertEquals(0, digests(), "before 08:00 in Berlin, which is 07:00 in UTC");
        desk.clock.pass(Duration.ofHours(1));
        digest();
        digest();
        desk.clock.pass(Duration.ofHours(2));
        digest();
        assertEquals(1, digests());
        desk.clock.pass(Duration.ofDays(1));
        digest();
        assertEquals(1, digests());
        desk.clock.pass(Duration.ofDays(6));
        digest();
        assertEquals(2, digests());
    }

    private void digest() {
        desk.beans.inTransaction(() -> desk.beans.get(WeeklyDigest.class).send());
    }

    private long digests() {
        return texts().stream()
                .filter(text -> text.startsWith("📊 The numbers of the week\n"))
                .count();
    }

    private String answer() {
        desk.beans.inTransaction(() -> desk.beans.get(DeskStatistics.class).answer(50));
        return texts().get(texts().size() - 1);
    }

    private List<String> texts() {
        return desk.outboxTexts(OPERATORS).stream().map(Object::toString).toList();
    }
}
