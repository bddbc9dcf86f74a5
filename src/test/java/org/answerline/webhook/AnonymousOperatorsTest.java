package org.answerline.webhook;

import static org.answerline.webhook.WebhookFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people write with the same sender: nobody knows which of them wrote an answer. */
@UsesSharedDatabase
class AnonymousOperatorsTest {

    private static final long GROUP = -500;
    private static final long CHAT = 7;
    private static final String AS_GROUP =
            "'id':1087968824,'is_bot':true,'first_name':'Group','username':'GroupAnonymousBot'";
    private static final String AS_CHANNEL =
            "'id':136817688,'is_bot':true,'first_name':'Channel','username':'Channel_Bot'";
    private static final String OLGA = "'id':900,'first_name':'Olga'";

    private final WebhookFixture desk = new WebhookFixture(GROUP, Map.of());
    private final long number = desk.asks(desk.user("Anna", CHAT));
    private long nextId = 1_000;

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {AS_GROUP, AS_CHANNEL})
    void aReplyToAnAnswerIsForTheColleagueAndItsAuthorIsToldEachTime(String sender) {
        long first = write(sender, "#" + number + " first");
        long question = reply(sender, "Is that true?", first, sender);
        long again = reply(sender, "Really?", first, sender);
        assertEquals(answers("first"), texts(CHAT));
        assertEquals(1, told(question, "cannot tell anonymous administrators apart"));
        assertEquals(1, told(again, "cannot tell anonymous administrators apart"));
    }

    @Test
    void whoIsKnownStillAddsToTheirOwnAnswer() {
        long first = write(OLGA, "#" + number + " first");
        reply(OLGA, "second", first, OLGA);
        assertEquals(answers("first", "second"), texts(CHAT));
    }

    @Test
    void talkAmongThemIsHintedRarely() {
        long talk = write(AS_GROUP, "Lunch?");
        long yes = reply(AS_GROUP, "Yes", talk, AS_GROUP);
        assertEquals(List.of(), texts(CHAT));
        assertEquals(0, told(yes, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {AS_GROUP, AS_CHANNEL})
    void undoAloneWithdrawsNothingAndSaysWhatToDo(String sender) {
        write(sender, "#" + number + " first");
        long undo = write(sender, "/undo@SupportBot");
        assertEquals(answers("first"), texts(CHAT));
        assertEquals(1, told(undo, "Send /undo as a Reply to the answer itself"));
    }

    @Test
    void undoAsAReplyWithdrawsExactlyThatAnswer() {
        long first = write(AS_GROUP, "#" + number + " first");
        write(AS_GROUP, "#" + number + " second");
        reply(AS_GROUP, "/undo", first, AS_GROUP);
        assertEquals(answers("second"), texts(CHAT));
    }

    @Test
    void undoAsAReplyToAWordAboutTheAnswerIsNotExplicitEnough() {
        write(AS_GROUP, "#" + number + " first");
        long answer = (Long) SharedDatabase.sql("select id from support_messages where is_from_admin")
                .get(0)
                .get("id");
        long undo = nextId++;
        String link = "'entities':[{'type':'text_link','offset':0,'length':1,'url':'https://t.me/#support-message-"
                + answer + "'}]";
        desk.handle(
                "message",
                undo,
                from(AS_GROUP, "/undo") + ",'reply_to_message':{'message_id':700,'from':{'id':42},"
                        + "'text':'\\u200B A word',"
                        + link + "}");
        assertEquals(answers("first"), texts(CHAT));
        assertEquals(1, told(undo, "as a Reply to"));
    }

    @Test
    void nobodyWithdrawsTheAnswerOfAnother() {
        long anonymous = write(AS_GROUP, "#" + number + " first");
        long olgas = write(OLGA, "#" + number + " second");
        long one = reply(OLGA, "/undo", anonymous, AS_GROUP);
        long other = reply(AS_GROUP, "/undo", olgas, OLGA);
        reply(AS_CHANNEL, "/undo", anonymous, AS_GROUP);
        assertEquals(answers("first", "second"), texts(CHAT));
        assertEquals(1, told(one, "Only the operator who wrote"));
        assertEquals(1, told(other, "Only the operator who wrote"));
    }

    @Test
    void noMessageOfTheirsIsSavedUnlessItIsAnAnswer() {
        long talk = write(AS_GROUP, "He always complains");
        long refused = reply(AS_GROUP, "/save him", talk, AS_GROUP);
        assertEquals(0, SharedDatabase.sql("select 1 from canned_replies").size());
        assertEquals(1, told(refused, "Nothing was saved"));
        long answer = write(AS_GROUP, "#" + number + " It is on its way");
        reply(AS_GROUP, "/save way", answer, AS_GROUP);
        assertEquals(1, SharedDatabase.sql("select 1 from canned_replies").size());
    }

    @Test
    void aNoteAsAReplyToAnyAnswerIsKept() {
        long answer = write(AS_GROUP, "#" + number + " first");
        reply(AS_GROUP, "//calls back on Monday", answer, AS_GROUP);
        reply(OLGA, "//I know", answer, AS_GROUP);
        assertEquals(answers("first"), texts(CHAT));
        assertEquals(2, SharedDatabase.sql("select 1 from conversation_notes").size());
    }

    private long write(String from, String text) {
        long id = nextId++;
        desk.handle("message", id, from(from, text));
        return id;
    }

    private long reply(String from, String text, long to, String author) {
        long id = nextId++;
        desk.handle(
                "message",
                id,
                from(from, text) + ",'reply_to_message':{'message_id':" + to + ",'from':{" + author
                        + "},'text':'He always complains'}");
        return id;
    }

    private static String from(String from, String text) {
        String asChat = from.equals(OLGA) ? "" : ",'sender_chat':{'id':" + GROUP + "}";
        return "'chat':{'id':" + GROUP + ",'type':'supergroup'},'from':{" + from + "}" + asChat + ",'text':'" + text
                + "'";
    }

    private static List<String> answers(String... texts) {
        return List.of(texts).stream()
                .map(text -> "📩 Support reply:\n\n" + text)
                .toList();
    }

    /** How many hints with these words a message in the group has got. */
    private static long told(long messageId, String words) {
        List<Map<String, Object>> hints = SharedDatabase.sql(
                "select text from deliveries where chat_id = ? and purpose = 'WORD' and reply_to_message_id = ?",
                GROUP,
                messageId);
        return hints.stream()
                .filter(hint -> hint.get("text").toString().contains(words))
                .count();
    }
}
