package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.BotRights;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Group;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the operators' chat is a forum each user has a topic, and whatever happens to topics, every question arrives. */
@Tag("main-loop")
@UsesDesk(SharedDesk.OPERATORS_FORUM)
class TopicsIT {

    private static Desk desk;
    private static Group group;

    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("Where is it?");
    private final long number = anna.asksAndIsNumbered(question);
    private final String topicName = "Anna #" + number;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_FORUM.desk();
        group = desk.telegram().adminGroup();
        desk.awaitTopics(SharedDesk.FORUM, "ALLOWED");
    }

    @AfterEach
    void repair() {
        desk.telegram().faults().clear();
        group.hideGeneral(false);
        group.closeGeneral(false);
        group.giveBot(BotRights.ALL);
        desk.awaitTopics(SharedDesk.FORUM, "ALLOWED");
        desk.database().sql("update delivery_lanes set failures = 0, due_at = now() returning chat_id");
    }

    /** The notice of the question, once the desk knows its message_id: a Reply from another topic names nothing else. */
    private SandboxMessage notice() {
        SandboxMessage notice = operator.sees(question);
        Await.until("the notice is stored", () -> !desk.database()
                .sql("select 1 from operator_notices where message_id = ?", notice.id())
                .isEmpty());
        return notice;
    }

    private static long topicOf(SandboxMessage message) {
        assertTrue(
                message.json().containsKey("is_topic_message"), message.json().toString());
        return message.json().getJsonNumber("message_thread_id").longValue();
    }

    private static boolean isInGeneral(SandboxMessage message) {
        return !message.json().containsKey("is_topic_message");
    }

    private Participant in(long topic) {
        return operator.hands().inTopic(topic);
    }

    private static long created(String name) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equals("createForumTopic"))
                .filter(request -> name.equals(request.parameters().get("name")))
                .filter(BotRequest::carriedOut)
                .count();
    }

    private void reaction(long message, String emoji) {
        Await.until("the reaction " + emoji, () -> operator.reactionOn(message).equals(emoji));
    }

    @Test
    void aQuestionIsInItsUsersTopicAndEveryMessageThereIsAnAnswer() {
        long topic = topicOf(notice());
        assertEquals(topic, group.topics().get(topicName));
        var second = Customer.words("And where is this?");
        anna.telegram().write(second);
        assertEquals(topic, topicOf(operator.sees(second)));
        assertEquals(1, created(topicName));

        var plain = Customer.words("It is here");
        long answer = in(topic).write(plain);
        anna.receives(plain);
        reaction(answer, "👌");
        var pressed = Customer.words("And this there");
        operator.hands().reply(notice().id(), pressed);
        anna.receives(pressed);
        var toColleague = Customer.words("More of it");
        desk.telegram()
                .person(8_000_778, "Katya", "en")
                .in(SharedDesk.FORUM)
                .inTopic(topic)
                .reply(answer, toColleague);
        anna.receives(toColleague);
        in(topic).anonymously().send(Media.photo("A picture"));
        anna.receives("A picture");
        assertEquals(List.of(question, second, plain, pressed, toColleague, "A picture"), anna.threadTexts());
    }

    @Test
    void notesAndCommandsInATopicNeedNoReplyAndAreNotSent() {
        long topic = topicOf(notice());
        var secret = Customer.words("secret");
        long note = in(topic).write("//" + secret);
        reaction(note, "🙊");
        long typed = in(topic).write("/note " + secret + " too");
        reaction(typed, "🙊");
        in(topic).reply(note, "talk about the " + secret);
        long card = in(topic).write("/who");
        assertTrue(operator.toldOn(card).contains("Anna"));
        assertEquals(topic, topicOf(operator.sees(message -> message.replyTo().orElse(-1) == card)));
        long history = in(topic).write("/history");
        assertTrue(operator.toldOn(history).contains(secret + " too"));
        long unknown = in(topic).write("/histroy");
        assertTrue(operator.toldOn(unknown).contains("/history"));
        long forwarded = in(topic)
                .forward("The " + secret + " of another user", operator.hands().person());
        assertTrue(operator.toldOn(forwarded).contains("not sent"));
        long closed = in(topic).write("/close");
        reaction(closed, "👍");
        assertEquals(List.of(question), anna.threadTexts());
        assertEquals(0, anna.received("secret"));
    }

    @Test
    void undoInATopicConcernsItsUserOnly() {
        long annas = topicOf(notice());
        var boris = Customer.linked(desk, "Boris");
        var his = Customer.words("Mine too");
        boris.asks(his);
        long boriss = topicOf(operator.sees(his));
        var toAnna = Customer.words("for Anna");
        in(annas).write(toAnna);
        anna.receives(toAnna);
        var toBoris = Customer.words("for Boris");
        in(boriss).write(toBoris);
        boris.receives(toBoris);
        assertEquals(0, anna.received(toBoris));
        assertEquals(0, boris.received(toAnna));
        long mixed = in(boriss).write("#" + number + " for whom?");
        assertTrue(operator.toldOn(mixed).contains("#" + number));
        assertEquals(0, anna.received("for whom?") + boris.received("for whom?"));
        in(annas).write("/undo");
        Await.until("withdrawn", () -> anna.has(toAnna) == 0);
        assertEquals(1, boris.has(toBoris));
    }

    @Test
    void aReplyFromElsewhereGoesToTheUserOfTheQuestion() {
        notice();
        var across = Customer.words("from General");
        operator.hands().inGeneral().reply(notice().id(), across);
        anna.receives(across);
        var talk = Customer.words("talk in General");
        operator.hands().inGeneral().write(talk);
        long others = group.createTopic("Coffee");
        in(others).write(talk);
        operator.toldOn(
                operator.hands().inGeneral().write("/help@" + desk.telegram().botUsername()));
        assertEquals(0, anna.received(talk));
    }

    @Test
    void aDeletedTopicIsReplacedWithARecapAndNothingIsLost() {
        long topic = topicOf(notice());
        var before = question;
        for (String refusal : List.of("message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID")) {
            group.deleteTopic(group.topics().get(topicName), refusal);
            var next = Customer.words("Still waiting");
            anna.telegram().write(next);
            long replacement = topicOf(operator.sees(next));
            assertTrue(replacement > topic);
            assertEquals(group.topics().get(topicName), replacement);
            var recap = operator.sees(message -> !isInGeneral(message)
                    && topicOf(message) == replacement
                    && message.text().contains("This topic is new"));
            assertTrue(recap.text().contains(before), recap.text());
            before = next;
            var answer = Customer.words("Found");
            in(replacement).write(answer);
            anna.receives(answer);
        }
        assertEquals(4, created(topicName));
    }

    @Test
    void aTopicWhoseCreationWasNotAnsweredIsAdopted() {
        for (Fault lost : List.of(Fault.droppedAfter(), Fault.emptyBody(), Fault.cutJson())) {
            desk.telegram().faults().add(lost.method("createForumTopic").times(1));
            var boris = Customer.linked(desk, "Boris");
            var words = Customer.words("Mine");
            long his = boris.asksAndIsNumbered(words);
            long topic = topicOf(operator.sees(words));
            assertEquals(1, created("Boris #" + his));
            assertEquals(topic, group.topics().get("Boris #" + his));
        }
    }

    @Test
    void withoutTheRightNewUsersAreInGeneralUntilItIsBack() {
        long topic = topicOf(notice());
        group.giveBotQuietly(BotRights.BARE_ADMINISTRATOR);
        var boris = Customer.linked(desk, "Boris");
        var first = Customer.words("First");
        boris.asks(first);
        assertTrue(isInGeneral(operator.sees(first)));
        desk.awaitTopics(SharedDesk.FORUM, "NOT_ALLOWED");
        var old = Customer.words("An old user");
        anna.telegram().write(old);
        assertEquals(topic, topicOf(operator.sees(old)));
        var answer = Customer.words("In General as before");
        operator.hands().reply(operator.sees(first).id(), answer);
        boris.receives(answer);
        group.giveBot(BotRights.ALL);
        desk.awaitTopics(SharedDesk.FORUM, "ALLOWED");
        var second = Customer.words("Second");
        boris.asks(second);
        assertFalse(isInGeneral(operator.sees(second)));
    }

    @Test
    void aClosedTopicIsOpenedAndAClosedGeneralCostsNothing() {
        long topic = topicOf(notice());
        group.closeTopic(topic);
        group.giveBotQuietly(BotRights.MEMBER);
        var next = Customer.words("Into a closed topic");
        anna.telegram().write(next);
        assertEquals(topic, topicOf(operator.sees(next)));
        assertFalse(group.isTopicClosed(topic));
        group.giveBot(BotRights.ALL);
        desk.awaitTopics(SharedDesk.FORUM, "ALLOWED");
        group.closeGeneral(true);
        group.hideGeneral(true);
        var boris = Customer.linked(desk, "Boris");
        var his = Customer.words("General is hidden");
        boris.asks(his);
        assertFalse(isInGeneral(operator.sees(his)));
    }

    @Test
    void aGroupThatIsNoForumAnyMoreGetsEverything() {
        notice();
        group.endForum();
        try {
            var words = Customer.words("No topics");
            anna.telegram().write(words);
            assertTrue(isInGeneral(operator.sees(words)));
            var answer = Customer.words("An answer");
            operator.hands().reply(operator.sees(words).id(), answer);
            anna.receives(answer);
            desk.awaitTopics(SharedDesk.FORUM, "NONE");
        } finally {
            group.makeForum();
        }
        // A message of a forum says that it is one.
        operator.hands().write("/help@" + desk.telegram().botUsername());
        desk.awaitTopics(SharedDesk.FORUM, "ALLOWED");
        var again = Customer.words("Topics again");
        anna.telegram().write(again);
        assertFalse(isInGeneral(operator.sees(again)));
    }

    @Test
    void theIconOfATopicShowsWhoseTurnItIs() {
        long topic = topicOf(notice());
        Await.until("open", Duration.ofMinutes(2), () -> group.topicIcon(topic).equals("❓"));
        var answer = Customer.words("Here it is");
        in(topic).write(answer);
        anna.receives(answer);
        in(topic).write("/close");
        Await.until(
                "closed", Duration.ofMinutes(2), () -> group.topicIcon(topic).equals("✅"));
        // The sandbox logs a request after it has carried it out.
        Await.until("both calls are logged", () -> iconsSet(topic) >= 2);
        assertEquals(2, iconsSet(topic));
    }

    private static long iconsSet(long topic) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equals("editForumTopic"))
                .filter(request -> ("" + topic).equals(request.parameters().get("message_thread_id")))
                .count();
    }

    /** The update may come late: the desk has learnt before that the topic is gone, because it sent something there. */
    @Test
    void anAnswerWrittenJustBeforeItsTopicWasDeletedReachesTheUser() {
        long topic = topicOf(notice());
        group.deleteTopic(topic);
        var next = Customer.words("Still waiting");
        anna.telegram().write(next);
        assertTrue(topicOf(operator.sees(next)) > topic);
        var answer = Customer.words("Written before");
        assertEquals(200, desk.telegram().deliverRaw(lateUpdate(topic, answer)));
        anna.receives(answer);
    }

    private static String lateUpdate(long topic, String text) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s","message_thread_id":%4$d,"is_topic_message":true,
                "chat":{"id":%5$d,"type":"supergroup","is_forum":true},"from":{"id":500,"is_bot":false,"first_name":"Olga"},
                "reply_to_message":{"message_id":%4$d,"date":1,"message_thread_id":%4$d,"is_topic_message":true,
                "chat":{"id":%5$d,"type":"supergroup","is_forum":true},"from":{"id":%6$d,"is_bot":true,"first_name":"Bot"},
                "forum_topic_created":{"name":"Anna","icon_color":7322096}}}}
                """
                .formatted(
                        Updates.newId(),
                        900_000 + topic,
                        text,
                        topic,
                        SharedDesk.FORUM,
                        Long.parseLong(desk.telegram().token().split(":")[0]));
    }

    @Test
    void aTopicIsDeletedWithItsUser() {
        long topic = topicOf(notice());
        var ask = anna.browser().get("/account/data/erase/").expect(200);
        anna.browser().submit(ask, Map.of("password", Browser.PASSWORD)).expect(303);
        Await.until("the topic is gone", () -> !group.topics().containsValue(topic));
    }
}
