package org.answerline.webhook;

import static org.answerline.webhook.WebhookFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a message in a user's topic is: an answer, a note, a command or talk. */
@UsesSharedDatabase
class OperatorTopicsTest {

    private static final long FORUM = -1_000_000_000_500L;
    private static final long CHAT = 7;
    private static final long BORIS_CHAT = 8;
    private static final long ANNAS = 20;
    private static final long BORISS = 21;
    private static final String OLGA = "'id':900,'first_name':'Olga'";
    private static final String BOT = "'id':42,'is_bot':true,'first_name':'Bot'";

    private WebhookFixture desk;
    private long nextId = 1_000;
    private long anna;
    private long annas;
    private long boriss;

    private void begin(Map<String, String> settings) {
        desk = new WebhookFixture(FORUM, settings);
        desk.beans.inTransaction(() -> desk.beans.get(OperatorForum.class).learned(FORUM, Topics.ALLOWED));
        anna = user("Anna", CHAT, ANNAS);
        annas = desk.asks(anna);
        boriss = desk.asks(user("Boris", BORIS_CHAT, BORISS));
    }

    private long user(String name, long chat, long topic) {
        long id = desk.user(name, chat);
        SharedDatabase.sql(
                "insert into operator_topics (chat_id, user_id, name, thread_id) values (?, ?, ?, ?) returning user_id",
                FORUM,
                id,
                "Topic of " + name,
                topic);
        return id;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyMessageInATopicIsAnAnswerToItsUser() {
        begin(Map.of());
        in(ANNAS, OLGA, "'text':'plain'");
        in(ANNAS, OLGA, "'text':'to a colleague'," + replyTo(555, "'id':901,'first_name':'Katya'"));
        in(ANNAS, OLGA, "'text':'to the bot'," + replyTo(556, BOT));
        in(ANNAS, "'id':1087968824,'is_bot':true,'username':'GroupAnonymousBot'", "'text':'anonymous'");
        in(ANNAS, OLGA, "'text':'#" + annas + " by its number'");
        assertEquals(answers("plain", "to a colleague", "to the bot", "anonymous", "by its number"), texts(CHAT));
        assertEquals(List.of(), texts(BORIS_CHAT));
    }

    @Test
    void whatIsNoAnswerIsSentToNobody() {
        begin(Map.of());
        long note = in(ANNAS, OLGA, "'text':'//a note'");
        in(ANNAS, OLGA, "'text':'/note another'");
        in(ANNAS, OLGA, "'text':'about the note'," + replyTo(note, OLGA));
        in(ANNAS, OLGA, "'text':'/close'");
        in(ANNAS, OLGA, "'text':'/clse now'");
        in(ANNAS, OLGA, "'text':'/other'");
        in(ANNAS, OLGA, "'text':'forwarded','forward_origin':{'type':'hidden_user','sender_user_name':'X','date':1}");
        in(ANNAS, BOT, "'text':'of the bot itself'");
        in(ANNAS, "'id':77,'is_bot':true,'first_name':'Another'", "'text':'of another bot'");
        in(ANNAS, OLGA, "'forum_topic_edited':{'name':'x'}");
        in(ANNAS, OLGA, "'pinned_message':{'message_id':3,'date':1,'chat':{'id':1,'type':'private'},'text':'pinned'}");
        in(ANNAS, OLGA, "'text':'#" + boriss + " for another'");
        assertEquals(List.of(), texts(CHAT));
        assertEquals(List.of(), texts(BORIS_CHAT));
        assertEquals(
                List.of(anna, anna),
                SharedDatabase.sql("select user_id from conversation_notes").stream()
                        .map(row -> row.get("user_id"))
                        .toList());
        assertEquals(
                List.of(anna),
                SharedDatabase.sql("select user_id from conversations where closed_through is not null").stream()
                        .map(row -> row.get("user_id"))
                        .toList());
        for (String told : List.of("/close", "forwarded", "#" + boriss, "note")) {
            assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains(told)), told + " in " + texts(FORUM));
        }
    }

    @Test
    void aCaptionOrATextThatBeginsWithACommandIsSentToNobody() {
        begin(Map.of());
        String photo = "'photo':[{'file_id':'A','file_unique_id':'A','width':1,'height':1}],'caption':";
        in(ANNAS, OLGA, photo + "'/note he lies'");
        in(ANNAS, OLGA, photo + "'/note he lies'," + replyTo(555, OLGA));
        in(ANNAS, OLGA, "'text':'/note: he lies'");
        in(ANNAS, OLGA, "'text':'/note—he lies'," + replyTo(555, OLGA));
        in(0, OLGA, photo + "'/note #" + annas + " he lies'");
        List<Map<String, Object>> notes = SharedDatabase.sql("select user_id, text from conversation_notes");
        assertEquals(5, notes.size());
        notes.forEach(note -> assertEquals(Map.of("user_id", anna, "text", "he lies"), note));
        assertEquals(0, hinted());
        in(ANNAS, OLGA, photo + "'/close'");
        in(ANNAS, OLGA, photo + "'/block 7d'," + replyTo(555, OLGA));
        in(ANNAS, OLGA, photo + "'/nte he lies'");
        in(ANNAS, OLGA, "'text':'/close, please'");
        in(0, OLGA, photo + "'/close'");
        assertEquals(5, hinted());
        assertEquals(List.of(), texts(CHAT));
        assertEquals(
                0,
                SharedDatabase.sql("select 1 from support_messages where is_from_admin")
                        .size());
    }

    private static long hinted() {
        return texts(FORUM).stream()
                .filter(text -> text.contains("because it begins with /"))
                .count();
    }

    @Test
    void blockAloneInATopicBlocksNobody() {
        begin(Map.of());
        in(ANNAS, OLGA, "'text':'/block'");
        assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains("Nobody is blocked")), texts(FORUM)::toString);
        in(ANNAS, OLGA, "'text':'/block 7d'");
        in(ANNAS, OLGA, "'text':'/block'");
        assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains("Blocked users")), texts(FORUM)::toString);
    }

    @Test
    void openInATopicAnswersThere() {
        begin(Map.of());
        long there = in(ANNAS, OLGA, "'text':'/open'");
        String replies = "select 1 from deliveries where purpose = 'WORD' and reply_to_message_id = ?";
        assertEquals(3, SharedDatabase.sql(replies, there).size());
        long general = in(0, OLGA, "'text':'/open'");
        assertEquals(1, SharedDatabase.sql(replies, general).size());
    }

    @Test
    void anEditedCannedReplyThatWasNotSentHasToBeSentAgain() {
        begin(Map.of());
        long typed = in(ANNAS, OLGA, "'text':'/t grreting'");
        edit(typed, "/t greeting");
        assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains("Send it again")), texts(FORUM)::toString);
        assertEquals(List.of(), texts(CHAT));
    }

    @Test
    void anAnswerWhoseNumberIsCorrectedToThatOfAnotherUserStaysAndItsOperatorIsTold() {
        begin(Map.of());
        SharedDatabase.sql("insert into canned_replies (name, text, saved_at) values ('refund', 'Refunded', now())"
                + " returning name");
        long typed = in(0, OLGA, "'text':'#" + annas + " Your refund'");
        long canned = in(0, OLGA, "'text':'/t refund #" + annas + "'");
        edit(typed, "#" + boriss + " Your refund");
        edit(canned, "/t refund #" + boriss);
        assertEquals(answers("Your refund", "Refunded"), texts(CHAT));
        assertEquals(List.of(), texts(BORIS_CHAT));
        assertEquals(
                2,
                texts(FORUM).stream()
                        .filter(text -> text.contains("#" + boriss + " is no question of this user"))
                        .count(),
                texts(FORUM)::toString);
        assertEquals(
                0,
                SharedDatabase.sql("select 1 from deliveries where purpose = 'RECEIPT'")
                        .size());
    }

    private void edit(long messageId, String text) {
        desk.handle(
                "edited_message",
                messageId,
                "'edit_date':2,'chat':{'id':" + FORUM + ",'type':'supergroup','is_forum':true},'from':{" + OLGA
                        + "},'text':'" + text + "'");
    }

    @Test
    void aHintIsNeverTooLongForTelegram() {
        begin(Map.of());
        in(ANNAS, OLGA, "'text':'/t " + "x".repeat(4_090) + "'");
        assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains("xxx")), texts(FORUM)::toString);
        texts(FORUM).forEach(text -> assertTrue(text.length() <= 4_096, text));
    }

    @Test
    void aReplyElsewhereGoesToTheUserOfTheQuestion() {
        begin(Map.of());
        SharedDatabase.sql(
                "insert into operator_notices (bot_id, chat_id, message_id, support_message_id)"
                        + " select 42, ?, 30, id from support_messages where question_number = ? returning message_id",
                FORUM,
                annas);
        String external = "'external_reply':{'origin':{'type':'user','date':1,'sender_user':{" + BOT
                + "}},'chat':{'id':" + FORUM + ",'type':'supergroup'},'message_id':30}";
        in(0, OLGA, "'text':'from General'," + external);
        in(BORISS, OLGA, "'text':'from another topic'," + external);
        in(0, OLGA, "'text':'of another chat'," + external.replace("'chat':{'id':" + FORUM, "'chat':{'id':-100999"));
        assertEquals(answers("from General", "from another topic"), texts(CHAT));
        assertEquals(List.of(), texts(BORIS_CHAT));
        SharedDatabase.sql("delete from operator_notices returning message_id");
        in(0, OLGA, "'text':'to an erased part'," + external);
        assertEquals(2, texts(CHAT).size());
        assertTrue(texts(FORUM).stream().anyMatch(text -> text.contains("data was erased")), texts(FORUM)::toString);
    }

    @Test
    void generalAndTopicsOfPeopleAreOrdinaryTalk() {
        begin(Map.of());
        in(0, OLGA, "'text':'talk'");
        in(99, OLGA, "'text':'talk'");
        assertEquals(List.of(), texts(CHAT));
        in(99, OLGA, "'text':'#" + annas + " numbered'");
        assertEquals(answers("numbered"), texts(CHAT));
    }

    @Test
    void inATopicOfTheBotThatIsNobodysEveryMessageGetsAHint() {
        begin(Map.of());
        SharedDatabase.sql("delete from operator_topics where thread_id = ? returning user_id", BORISS);
        in(BORISS, OLGA, "'text':'first'");
        in(BORISS, OLGA, "'text':'second'");
        assertEquals(2, ofNobody());
        in(BORISS, OLGA, "'text':'#" + annas + " numbered'");
        assertEquals(answers("numbered"), texts(CHAT));
        SharedDatabase.sql(
                "insert into operator_topics (chat_id, user_id, name, thread_id) values (?, 0, 'Answerline', 50) returning user_id",
                FORUM);
        in(50, OLGA, "'text':'talk in the topic of the desk'");
        assertEquals(2, ofNobody());
        assertEquals(List.of(), texts(BORIS_CHAT));
    }

    private static long ofNobody() {
        return texts(FORUM).stream()
                .filter(text -> text.contains("no longer belongs to a user"))
                .count();
    }

    @Test
    void withRepliesOnlyRepliesAreAnswers() {
        begin(Map.of("SUPPORT_TOPIC_ANSWERS", "replies"));
        in(ANNAS, OLGA, "'text':'talk'");
        in(ANNAS, OLGA, "'text':'to a colleague'," + replyTo(555, "'id':901,'first_name':'Katya'"));
        assertEquals(List.of(), texts(CHAT));
        in(ANNAS, OLGA, "'text':'//a note'");
        in(ANNAS, OLGA, "'text':'/take'");
        assertEquals(1, SharedDatabase.sql("select 1 from conversation_notes").size());
        assertEquals(
                1,
                SharedDatabase.sql("select 1 from conversations where owner_id = 900")
                        .size());
        in(ANNAS, OLGA, "'text':'#" + annas + " numbered'");
        assertEquals(answers("numbered"), texts(CHAT));
    }

    @Test
    void withRepliesOnlyTalkInATopicIsExplainedToEachPersonOnceAnHour() {
        begin(Map.of("SUPPORT_TOPIC_ANSWERS", "replies"));
        in(0, OLGA, "'text':'talk in General'");
        in(ANNAS, OLGA, "'text':'talk'");
        in(ANNAS, OLGA, "'text':'more talk'");
        assertEquals(2, explained());
        in(ANNAS, "'id':901,'first_name':'Katya'", "'text':'talk'");
        assertEquals(3, explained());
        SharedDatabase.sql("update given_hints set given_at = given_at - interval '61 minutes' returning subject");
        in(BORISS, OLGA, "'text':'talk'");
        assertEquals(4, explained());
    }

    private static long explained() {
        return texts(FORUM).stream()
                .filter(text -> text.contains("This was not sent to anyone"))
                .count();
    }

    @Test
    void helpSaysWhetherMessagesInATopicAreSent() {
        begin(Map.of());
        in(ANNAS, OLGA, "'text':'/help'");
        assertEquals(
                List.of(true, false),
                told("with or without Reply", "Other messages here are not sent"),
                "all messages");
        desk.close();
        begin(Map.of("SUPPORT_TOPIC_ANSWERS", "replies"));
        in(ANNAS, OLGA, "'text':'/help'");
        assertEquals(
                List.of(false, true), told("with or without Reply", "Other messages here are not sent"), "Replies");
    }

    /** Whether the forum was told each of these. */
    private static List<Boolean> told(String... parts) {
        return Stream.of(parts)
                .map(part -> texts(FORUM).stream().anyMatch(text -> text.contains(part)))
                .toList();
    }

    /** Topics can be switched on in a group of which another node was told first. */
    @Test
    void aNodeThatHasNotLearntOfTopicsTakesWhatIsWrittenInThemAsAnswers() {
        begin(Map.of());
        desk.beans.inTransaction(() -> desk.beans.get(OperatorForum.class).learned(FORUM, Topics.NONE));
        in(ANNAS, OLGA, "'text':'plain'");
        assertEquals(answers("plain"), texts(CHAT));
        SharedDatabase.sql("delete from operator_topics where thread_id = ? returning user_id", BORISS);
        in(BORISS, OLGA, "'text':'to nobody'");
        assertEquals(1, ofNobody());
    }

    @Test
    void withoutTopicsOnlyRepliesAreAnswers() {
        begin(Map.of("SUPPORT_TOPICS", "off"));
        in(ANNAS, OLGA, "'text':'talk'");
        assertEquals(List.of(), texts(CHAT));
        in(ANNAS, OLGA, "'text':'#" + annas + " numbered'");
        assertEquals(answers("numbered"), texts(CHAT));
    }

    @Test
    void onlyOperatorsAnswerInTopics() {
        begin(Map.of("TELEGRAM_OPERATOR_IDS", "901"));
        in(ANNAS, OLGA, "'text':'mine'");
        in(ANNAS, OLGA, "'text':'//mine'");
        assertEquals(List.of(), texts(CHAT));
        assertEquals(0, SharedDatabase.sql("select 1 from conversation_notes").size());
    }

    @Test
    void undoWithoutReplyWithdrawsTheLastAnswerToTheTopicsUser() {
        begin(Map.of());
        in(ANNAS, OLGA, "'text':'first'");
        in(BORISS, OLGA, "'text':'second'");
        in(ANNAS, OLGA, "'text':'/undo'");
        assertEquals(List.of(), texts(CHAT));
        assertEquals(answers("second"), texts(BORIS_CHAT));
    }

    @Test
    void anAlbumInATopicIsOneAnswer() {
        begin(Map.of());
        String photo = "'photo':[{'file_id':'%s','file_unique_id':'%s','width':1,'height':1}],'media_group_id':'g'";
        in(ANNAS, OLGA, photo.formatted("A", "A") + ",'caption':'both'");
        in(ANNAS, OLGA, photo.formatted("B", "B"));
        assertEquals(
                1,
                SharedDatabase.sql("select 1 from support_messages where is_from_admin")
                        .size());
        assertEquals(
                2,
                SharedDatabase.sql("select 1 from attachments where support_message_id is not null")
                        .size());
    }

    @Test
    void theBotsOwnTopicIsAdoptedAndNobodyElses() {
        begin(Map.of());
        SharedDatabase.sql(
                "update operator_topics set thread_id = null, requested_at = now() where user_id = ? returning user_id",
                anna);
        String created = "'forum_topic_created':{'name':'Topic of Anna','icon_color':1}";
        in(40, OLGA, created);
        assertEquals(
                0,
                SharedDatabase.sql("select 1 from operator_topics where thread_id = 40")
                        .size());
        in(41, BOT, created);
        assertEquals(
                1,
                SharedDatabase.sql("select 1 from operator_topics where thread_id = 41")
                        .size());
    }

    @Test
    void aMessageTellsWhetherTheChatIsAForum() {
        begin(Map.of());
        OperatorForum forum = desk.beans.get(OperatorForum.class);
        in(0, OLGA, "'text':'talk'");
        assertEquals(false, forum.isStale());
        desk.handle(
                "message",
                7_000,
                "'chat':{'id':" + FORUM + ",'type':'supergroup'},'from':{" + OLGA + "},'text':'no topics'");
        assertEquals(true, forum.isStale());
    }

    private static String replyTo(long id, String author) {
        return "'reply_to_message':{'message_id':" + id + ",'date':1,'chat':{'id':" + FORUM
                + ",'type':'supergroup'},'from':{" + author + "},'text':'words'}";
    }

    /** Writes in a topic, or in General for 0; returns the id of the message. */
    private long in(long topic, String author, String content) {
        long id = nextId++;
        String first = topic == 0 || content.contains("reply_to_message") || content.contains("external_reply")
                ? ""
                : ",'reply_to_message':{'message_id':" + topic + ",'date':1,'chat':{'id':" + FORUM
                        + ",'type':'supergroup'},'from':{" + BOT
                        + "},'forum_topic_created':{'name':'x','icon_color':1}}";
        String thread = topic == 0 ? "" : ",'message_thread_id':" + topic + ",'is_topic_message':true";
        desk.handle(
                "message",
                id,
                "'chat':{'id':" + FORUM + ",'type':'supergroup','is_forum':true},'from':{" + author + "}," + content
                        + thread + first);
        return id;
    }

    private static List<String> answers(String... texts) {
        return List.of(texts).stream()
                .map(text -> "📩 Support reply:\n\n" + text)
                .toList();
    }
}
