package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.FORUM;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.delivery.topic.TopicPlaces;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which topic of the operators' forum a notice goes to, and what becomes of topics. */
@UsesSharedDatabase
class TopicBatchesTest {

    private final OutboxFixture outbox = new OutboxFixture();
    private final long anna = outbox.user("anna");
    private final long boris = outbox.user("boris");
    private final TopicRows topics = outbox.beans.get(TopicRows.class);

    @BeforeEach
    void forum() {
        topicsAre(Topics.ALLOWED);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private void topicsAre(Topics answer) {
        outbox.beans.inTransaction(() -> outbox.beans.get(OperatorForum.class).learned(FORUM, answer));
    }

    private long asks(long user) {
        return outbox.put(OutboxMessage.notice(FORUM, outbox.message(user), parts("words"), Duration.ZERO)
                        .inTopicOf(user))
                .get(0);
    }

    private SendBatch claimed() {
        outbox.passWaits();
        return outbox.claimOne();
    }

    private TopicPlace claimedAndSent(SendResult result) {
        SendBatch batch = claimed();
        outbox.record(batch, result);
        return batch.place();
    }

    private static TopicPlace missing(long user) {
        return new TopicPlace.Missing("Topic " + user);
    }

    private void theRequestIsOld() {
        SharedDatabase.sql(
                "update operator_topics set requested_at = now() - interval '11 seconds' where chat_id = ? returning user_id",
                FORUM);
    }

    @Test
    void aTopicThatWasCreatedWhileItsGuestWasTakenAlongIsTheAccounts() {
        long question = asks(anna);
        SendBatch batch = claimed();
        isTakenAlong();
        outbox.record(batch, new SendResult.TopicCreated(9));
        assertEquals(List.of(), SharedDatabase.sql("select 1 from deliveries where purpose = 'TOPIC_ERASURE'"));
        SendBatch next = claimed();
        assertEquals(List.of(question), next.ids());
        assertEquals(new TopicPlace.Thread(9), next.place());
    }

    @Test
    void itStaysTheAccountsWhenItsUpdateCameBefore() {
        asks(anna);
        SendBatch batch = claimed();
        isTakenAlong();
        assertEquals(boris, adopt("Topic " + anna, 9).orElseThrow().userId());
        outbox.record(batch, new SendResult.TopicCreated(9));
        assertEquals(List.of(), SharedDatabase.sql("select 1 from deliveries where purpose = 'TOPIC_ERASURE'"));
        assertEquals(new TopicPlace.Thread(9), claimed().place());
    }

    /** The account of Boris has no topic. */
    private void isTakenAlong() {
        outbox.beans.inTransaction(() -> {
            outbox.beans.get(UserDeliveries.class).moveConversation(anna, boris);
            topics.moveConversation(anna, boris);
        });
    }

    @Test
    void aTopicThatWasCreatedWhileItsUserWasErasedIsDeleted() {
        asks(anna);
        SendBatch batch = claimed();
        SharedDatabase.sql("delete from deliveries returning id");
        SharedDatabase.sql("delete from operator_topics returning user_id");
        outbox.record(batch, new SendResult.TopicCreated(9));
        assertEquals(
                List.of("9"),
                SharedDatabase.sql("select text from deliveries where purpose = 'TOPIC_ERASURE'").stream()
                        .map(row -> row.get("text"))
                        .toList());
    }

    @Test
    void theTopicIsCreatedBeforeTheFirstNoticeAndUsedForEver() {
        long delivery = asks(anna);
        asks(boris);
        assertEquals(missing(anna), claimedAndSent(new SendResult.TopicCreated(9)));
        assertEquals(0, outbox.delivery(delivery).get("attempts"));
        assertEquals(new TopicPlace.Thread(9), claimedAndSent(new SendResult.Sent(List.of(10L))));
        assertEquals(missing(boris), claimedAndSent(new SendResult.TopicCreated(11)));
        assertEquals(new TopicPlace.Thread(11), claimedAndSent(new SendResult.Sent(List.of(12L))));
        asks(anna);
        assertEquals(new TopicPlace.Thread(9), claimed().place());
        assertEquals(Optional.of(boris), topics.userOf(FORUM, 11));
        assertEquals(List.of(), outbox.beans.events(DeliveryEvent.TopicReplaced.class));
    }

    @Test
    void aTopicWhoseCreationWasNotAnsweredIsAdoptedByItsName() {
        asks(anna);
        assertEquals(missing(anna), claimedAndSent(new SendResult.TopicAwaited()));
        assertEquals(new TopicPlace.Awaited(), claimedAndSent(new SendResult.TopicAwaited()));
        assertEquals(Optional.empty(), adopt("Topic of another", 8));
        assertEquals(anna, adopt("Topic " + anna, 9).orElseThrow().userId());
        assertEquals(Optional.empty(), adopt("Topic " + anna, 10));
        assertEquals(new TopicPlace.Thread(9), claimed().place());
    }

    @Test
    void aTopicThatIsReportedByNobodyIsCreatedAgainAndTheFirstOneStays() {
        asks(anna);
        claimedAndSent(new SendResult.TopicAwaited());
        theRequestIsOld();
        SendBatch again = claimed();
        assertEquals(missing(anna), again.place());
        assertEquals(9, adopt("Topic " + anna, 9).map(adopted -> 9).orElse(0));
        outbox.record(again, new SendResult.TopicCreated(12));
        assertEquals(new TopicPlace.Thread(9), claimed().place());
    }

    private Optional<TopicRows.Adopted> adopt(String name, long thread) {
        return outbox.beans.returned(() -> topics.adopt(FORUM, name, thread));
    }

    @Test
    void topicsOfAForumAreNotUsedWhenTheOwnerHasSwitchedThemOff() {
        try (Beans off = outbox.otherNode().setting("SUPPORT_TOPICS", "off")) {
            off.inTransaction(() -> off.get(OperatorForum.class).learned(FORUM, Topics.ALLOWED));
            assertEquals(TopicPlace.CHAT, off.returned(() -> off.get(TopicPlaces.class)
                    .of(FORUM, anna)));
            assertEquals(0, outbox.number("select count(*) from operator_topics"));
        }
        asks(anna);
        assertEquals(missing(anna), claimed().place());
    }

    @Test
    void anIconCountsAsAMessageAndIsDroppedWhenTelegramAsksToWait() {
        long icon = outbox.put(OutboxMessage.topicIcon(FORUM, 9, "an icon")).get(0);
        SendBatch batch = claimed();
        assertEquals(TopicPlace.CHAT, batch.place());
        outbox.record(batch, new SendResult.Reacted());
        assertEquals("SENT", outbox.state(icon));
        assertEquals(1, outbox.number("select cardinality(recent) from delivery_lanes where chat_id = ?", FORUM));

        outbox.put(OutboxMessage.topicIcon(FORUM, 9, "another icon"));
        claimedAndSent(new SendResult.RetryAfter(Duration.ofSeconds(30)));
        assertEquals(0, outbox.number("select count(*) from deliveries where state = 'WAITING'"));
        assertEquals(
                new DeliveryEvent.TopicIconDropped(FORUM, 9, true),
                outbox.beans.event(DeliveryEvent.TopicIconDropped.class));
        assertTrue(outbox.secondsUntilDue(FORUM) > 20);
    }

    @Test
    void anIconThatTelegramRefusesIsNoFailedMessage() {
        outbox.put(OutboxMessage.topicIcon(FORUM, 9, "an icon"));
        claimedAndSent(new SendResult.GivenUp("not enough rights"));
        assertEquals(0, outbox.number("select count(*) from deliveries"));
        assertEquals(
                new DeliveryEvent.TopicIconDropped(FORUM, 9, false),
                outbox.beans.event(DeliveryEvent.TopicIconDropped.class));
        assertEquals(List.of(), outbox.beans.events(DeliveryEvent.GaveUp.class));
    }

    @Test
    void aDeletedTopicIsReplacedAndTheSameNoticeSentAgain() {
        long delivery = asks(anna);
        claimedAndSent(new SendResult.TopicCreated(9));
        assertEquals(new TopicPlace.Thread(9), claimedAndSent(new SendResult.TopicGone("message thread not found")));
        assertEquals(missing(anna), claimedAndSent(new SendResult.TopicCreated(20)));
        assertEquals(
                new DeliveryEvent.TopicReplaced(FORUM, anna), outbox.beans.event(DeliveryEvent.TopicReplaced.class));
        SendBatch batch = claimed();
        assertEquals(new TopicPlace.Thread(20), batch.place());
        assertEquals(List.of(delivery), batch.ids());
    }

    @Test
    void whatWasWrittenInATopicBeforeItWasDeletedIsStillForItsUser() {
        asks(anna);
        claimedAndSent(new SendResult.TopicCreated(77));
        claimedAndSent(new SendResult.TopicGone("message thread not found"));
        assertEquals(Optional.of(anna), topics.userOf(FORUM, 77));
        claimedAndSent(new SendResult.TopicCreated(88));
        assertEquals(
                List.of(Optional.of(anna), Optional.of(anna), Optional.empty()),
                List.of(topics.userOf(FORUM, 77), topics.userOf(FORUM, 88), topics.userOf(FORUM, 99)));
    }

    @Test
    void aLateUpdateAboutADeletedTopicIsNotAdopted() {
        asks(anna);
        claimedAndSent(new SendResult.TopicCreated(9));
        claimedAndSent(new SendResult.TopicGone("TOPIC_DELETED"));
        claimedAndSent(new SendResult.TopicAwaited());
        assertEquals(Optional.empty(), adopt("Topic " + anna, 9));
        assertTrue(adopt("Topic " + anna, 21).orElseThrow().isReplacement());
    }

    @Test
    void aTopicThatIsNeverConfirmedIsNotRequestedForEver() {
        asks(anna);
        for (int i = 0; i < 3; i++) {
            assertEquals(missing(anna), claimedAndSent(new SendResult.TopicAwaited()));
            theRequestIsOld();
        }
        assertEquals(TopicPlace.CHAT, claimed().place());
    }

    @Test
    void whatCannotHaveATopicGoesToGeneral() {
        asks(anna);
        claimedAndSent(new SendResult.TopicRefused("not enough rights to create a topic"));
        assertEquals(TopicPlace.CHAT, claimed().place());
        assertTrue(outbox.beans.get(OperatorForum.class).isStale());
    }

    @ParameterizedTest
    @EnumSource(
            value = Topics.class,
            names = {"NONE", "NOT_ALLOWED"})
    void withoutTheRightNewUsersAreInGeneral(Topics topicsNow) {
        topicsAre(topicsNow);
        asks(anna);
        assertEquals(TopicPlace.CHAT, claimed().place());
    }

    @Test
    void anExistingTopicIsUsedWithoutTheRightToCreateOne() {
        asks(anna);
        claimedAndSent(new SendResult.TopicCreated(9));
        topicsAre(Topics.NOT_ALLOWED);
        assertEquals(new TopicPlace.Thread(9), claimed().place());
    }

    @Test
    void aTopicThatStaysClosedIsAvoided() {
        asks(anna);
        claimedAndSent(new SendResult.TopicCreated(9));
        claimedAndSent(new SendResult.TopicReopened());
        assertEquals(new TopicPlace.Thread(9), claimedAndSent(new SendResult.TopicClosed("TOPIC_CLOSED")));
        assertEquals(TopicPlace.CHAT, claimedAndSent(new SendResult.Sent(List.of(10L))));
        outbox.beans.inTransaction(() -> topics.tryAgain(FORUM));
        asks(anna);
        assertEquals(new TopicPlace.Thread(9), claimed().place());
    }

    @Test
    void whatGeneralDoesNotTakeGoesToATopicOfTheDeskItself() {
        long word = outbox.word(FORUM, "an alarm");
        assertEquals(TopicPlace.CHAT, claimedAndSent(new SendResult.TopicClosed("TOPIC_CLOSED")));
        assertEquals(missing(TopicRows.DESK), claimedAndSent(new SendResult.TopicCreated(5)));
        assertEquals(new TopicPlace.Thread(5), claimedAndSent(new SendResult.Sent(List.of(6L))));
        assertEquals("SENT", outbox.delivery(word).get("state"));
        assertEquals(Optional.empty(), topics.userOf(FORUM, 5));
    }

    @Test
    void withoutATopicOfItsOwnItWaitsWithAnAlarm() {
        topicsAre(Topics.NOT_ALLOWED);
        long word = outbox.word(FORUM, "an alarm");
        assertEquals(TopicPlace.CHAT, claimedAndSent(new SendResult.TopicClosed("TOPIC_CLOSED")));
        assertEquals("WAITING", outbox.delivery(word).get("state"));
        assertEquals(1, outbox.alarms().size());
    }

    @Test
    void aLongQueueOfNewUsersIsBundledInGeneral() {
        for (int i = 0; i < 12; i++) {
            asks(outbox.user("user" + i));
        }
        SendBatch batch = claimed();
        assertEquals(12, batch.deliveries().size());
        assertEquals(TopicPlace.CHAT, batch.place());
        assertNull(batch.topicUserId());
    }

    @Test
    void aLongQueueOfOneUserIsBundledInTheTopic() {
        for (int i = 0; i < 12; i++) {
            asks(anna);
        }
        claimedAndSent(new SendResult.TopicCreated(9));
        SendBatch batch = claimed();
        assertEquals(12, batch.deliveries().size());
        assertEquals(new TopicPlace.Thread(9), batch.place());
    }

    @Test
    void aPrivateChatHasNoTopics() {
        long chat = 500;
        outbox.put(OutboxMessage.notice(chat, outbox.message(anna), parts("words"), Duration.ZERO)
                .inTopicOf(anna));
        assertEquals(TopicPlace.CHAT, claimed().place());
        assertEquals(0, outbox.number("select count(*) from operator_topics"));
    }
}
