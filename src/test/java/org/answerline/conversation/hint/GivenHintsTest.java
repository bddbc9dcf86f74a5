package org.answerline.conversation.hint;

import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.answerline.linking.LinkChanged;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hint is given once for what it is about, on whatever node, and again when there is a reason. */
@UsesSharedDatabase
class GivenHintsTest {

    private static final long OLGA = 500;
    private static final long PETER = 501;
    private static final long USER = 7;

    private GivenHints hints;
    private GivenHints otherNode;

    @BeforeEach
    void start() {
        SharedDatabase.clean();
        hints = new GivenHints(new JdbcClient(SharedDatabase.dataSource()));
        otherNode = new GivenHints(new JdbcClient(SharedDatabase.dataSource()));
    }

    @Test
    void whoMayNotAnswerIsToldOnce() {
        assertTrue(hints.firstRefused(OPERATORS, 1));
        assertFalse(hints.firstRefused(OPERATORS, 1));
        assertFalse(otherNode.firstRefused(OPERATORS, 1));
        assertTrue(hints.firstRefused(OPERATORS, 2));
        assertTrue(hints.firstRefused(OPERATORS + 1, 1));
    }

    @Test
    void operatorsAreToldOfAnotherOnesConversationOnceAnHour() {
        assertTrue(hints.mayTellOfOwner(OPERATORS, USER));
        assertFalse(otherNode.mayTellOfOwner(OPERATORS, USER));
        assertTrue(hints.mayTellOfOwner(OPERATORS, USER + 1));
        pass(Duration.ofMinutes(61));
        assertTrue(hints.mayTellOfOwner(OPERATORS, USER));
    }

    @Test
    void theFirstKeptAnswerOfAUserIsHintedForEachReason() {
        assertTrue(hints.firstKept(OPERATORS, USER, false));
        assertFalse(otherNode.firstKept(OPERATORS, USER, false));
        assertTrue(hints.firstKept(OPERATORS, USER, true));
        assertFalse(hints.firstKept(OPERATORS, USER, true));
        assertTrue(hints.firstKept(OPERATORS, USER + 1, false));
    }

    @Test
    void aUserWhoLinksOrUnlinksTelegramBeginsAgain() {
        hints.firstKept(OPERATORS, USER, false);
        hints.firstKept(OPERATORS, USER + 1, false);
        hints.forget(new LinkChanged(USER));
        assertTrue(hints.firstKept(OPERATORS, USER, false));
        assertFalse(hints.firstKept(OPERATORS, USER + 1, false));
    }

    @Test
    void whatReplyDoesIsExplainedOnceInAChat() {
        assertTrue(hints.firstNotice(OPERATORS, false));
        assertFalse(hints.firstNotice(OPERATORS, false));
        assertFalse(otherNode.firstNotice(OPERATORS, false));
        assertTrue(hints.firstNotice(OPERATORS + 1, false));
    }

    @Test
    void aGroupThatBecameASupergroupKnowsItsHints() {
        long supergroup = -1_000_500;
        hints.firstNotice(OPERATORS, false);
        hints.firstKept(OPERATORS, USER, false);
        hints.firstRefused(OPERATORS, 1);
        hints.moved(OPERATORS, supergroup);
        assertFalse(otherNode.firstNotice(supergroup, false));
        assertFalse(hints.firstKept(supergroup, USER, false));
        assertTrue(hints.firstRefused(supergroup, 1), "told again in the supergroup");
    }

    @Test
    void topicsAreExplainedOnceThoughReplyWasAndAlsoWhereTheGroupMoved() {
        long supergroup = -1_000_500;
        assertTrue(hints.firstNotice(OPERATORS, false));
        assertTrue(hints.firstNotice(OPERATORS, true));
        assertFalse(otherNode.firstNotice(OPERATORS, true));
        hints.moved(OPERATORS, supergroup);
        assertTrue(hints.firstNotice(supergroup, true));
        pass(Duration.ofDays(61));
        hints.deleteOld();
        assertFalse(otherNode.firstNotice(supergroup, true));
    }

    @Test
    void talkIsHintedOnceUntilThereWasSilence() {
        assertTrue(hints.mayHintTalk(OPERATORS, OLGA));
        assertFalse(hints.mayHintTalk(OPERATORS, PETER), "the talk goes on");
        pass(Duration.ofMinutes(9));
        assertFalse(otherNode.mayHintTalk(OPERATORS, PETER), "it still goes on");
        pass(Duration.ofMinutes(9));
        assertFalse(hints.mayHintTalk(OPERATORS, PETER), "each talk extends it");
        pass(Duration.ofMinutes(11));
        assertTrue(hints.mayHintTalk(OPERATORS, PETER));
    }

    @Test
    void aPersonIsHintedOnceADay() {
        assertTrue(hints.mayHintTalk(OPERATORS, OLGA));
        pass(Duration.ofHours(23));
        assertFalse(hints.mayHintTalk(OPERATORS, OLGA));
        pass(Duration.ofHours(2));
        assertTrue(hints.mayHintTalk(OPERATORS, OLGA));
    }

    @Test
    void operatorsAreToldOfEditsOfAMessageOnceInTenMinutes() {
        assertTrue(hints.mayTellEditedAfter(OPERATORS, 31));
        pass(Duration.ofMinutes(9));
        assertFalse(otherNode.mayTellEditedAfter(OPERATORS, 31));
        assertTrue(hints.mayTellEditedAfter(OPERATORS, 32));
        pass(Duration.ofMinutes(2));
        assertTrue(hints.mayTellEditedAfter(OPERATORS, 31));
    }

    @Test
    void anErasedUserLeavesNoHints() {
        hints.mayTellEditedAfter(OPERATORS, 31);
        hints.firstKept(OPERATORS, USER, false);
        hints.firstRefused(701, 1);
        hints.firstRefused(OPERATORS, 1);
        hints.erase(
                new org.answerline.platform.erasure.ErasedUser(USER, "a@example.org", "", List.of(701L), List.of(31L)));
        assertEquals(1, SharedDatabase.sql("select 1 from given_hints").size());
        assertFalse(hints.firstRefused(OPERATORS, 1));
    }

    @Test
    void oldHintsAreForgottenButNotWhatReplyDoes() {
        hints.firstRefused(OPERATORS, 1);
        hints.firstNotice(OPERATORS, false);
        pass(Duration.ofDays(61));
        hints.firstRefused(OPERATORS, 2);
        hints.deleteOld();
        assertFalse(otherNode.firstNotice(OPERATORS, false));
        assertTrue(hints.firstRefused(OPERATORS, 1));
        assertFalse(hints.firstRefused(OPERATORS, 2));
    }

    /** Everything was given this much earlier. */
    private static void pass(Duration time) {
        SharedDatabase.sql("update given_hints set given_at = given_at - ? * interval '1 second'", time.toSeconds());
    }
}
