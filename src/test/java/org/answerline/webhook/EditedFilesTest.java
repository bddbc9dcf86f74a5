package org.answerline.webhook;

import static org.answerline.webhook.WebhookFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edit of a file or its caption does: the text is passed on, and of what is not passed on its author is told once. */
@UsesSharedDatabase
class EditedFilesTest {

    private static final long GROUP = -500;
    private static final long CHAT = 7;
    private static final String IN_GROUP = "'chat':{'id':" + GROUP + ",'type':'group'},'from':{'id':900},";
    private static final String IN_CHAT =
            "'chat':{'id':" + CHAT + ",'type':'private'},'from':{'id':" + CHAT + ",'language_code':'en'},";
    private static final long MESSAGE = 1_000;
    private static final String NOT_TO_USER = "The file in this edit was not passed on";
    private static final String NOT_TO_SUPPORT = "Support did not get the file in this edit";

    private WebhookFixture desk;
    private long number;

    private void begin(Map<String, String> settings) {
        desk = new WebhookFixture(GROUP, settings);
        number = desk.asks(desk.user("Anna", CHAT));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String photo(String uniqueId, String caption) {
        return "'photo':[{'file_id':'F','file_unique_id':'" + uniqueId + "','width':1,'height':1}]"
                + (caption.isEmpty() ? "" : ",'caption':'" + caption + "'");
    }

    private void answer(String content) {
        desk.handle("message", MESSAGE, IN_GROUP + content);
    }

    private void editAnswer(String content) {
        desk.handle("edited_message", MESSAGE, IN_GROUP + "'edit_date':2," + content);
    }

    private void write(String content) {
        desk.handle("message", MESSAGE, IN_CHAT + content);
    }

    private void edit(String content) {
        desk.handle("edited_message", MESSAGE, IN_CHAT + "'edit_date':2," + content);
    }

    /** How many texts that contain this were sent on the message. */
    private static long told(long chat, String words) {
        return SharedDatabase.sql(
                        "select text from deliveries where purpose = 'WORD' and chat_id = ? and reply_to_message_id = ?",
                        chat,
                        MESSAGE)
                .stream()
                .filter(row -> row.get("text").toString().contains(words))
                .count();
    }

    private static Object stored(boolean isFromAdmin) {
        return SharedDatabase.sql(
                        "select text from support_messages where is_from_admin = ? and origin_message_id = ?",
                        isFromAdmin,
                        MESSAGE)
                .get(0)
                .get("text");
    }

    @Test
    void anOperatorIsToldOnceThatAnotherFileIsNotPassedOn() {
        begin(Map.of());
        answer(photo("A", "#" + number + " Look"));
        editAnswer(photo("A", "#" + number + " Look"));
        assertEquals(0, told(GROUP, ""), "nothing has changed");
        editAnswer(photo("A", "Look here"));
        assertEquals(0, told(GROUP, ""), "only the text has changed");
        editAnswer(photo("B", "Look here"));
        assertEquals(1, told(GROUP, NOT_TO_USER));
        editAnswer(photo("C", "Look there"));
        assertEquals(1, told(GROUP, ""));
        assertEquals(List.of("📩 Support reply:\n\nLook there"), texts(CHAT));
    }

    @Test
    void anOperatorIsToldThatAFileAddedToATextIsNotPassedOn() {
        begin(Map.of());
        answer("'text':'#" + number + " Look'");
        editAnswer(photo("A", "#" + number + " Look"));
        assertEquals(1, told(GROUP, NOT_TO_USER));
        assertEquals(1, told(GROUP, ""));
    }

    @Test
    void anEditThatIsRefusedAsAWholeIsAnsweredOnce() {
        begin(Map.of());
        answer("'text':'#" + number + " Look'");
        editAnswer(photo("A", ""));
        assertEquals(1, told(GROUP, "This edit was not passed on"));
        assertEquals(1, told(GROUP, ""));
        assertEquals("Look", stored(true));
    }

    @Test
    void anOperatorIsToldThatNothingOfAWithdrawnAnswerIsPassedOn() {
        begin(Map.of());
        answer(photo("A", "#" + number + " Look"));
        desk.handle("message", MESSAGE + 1, IN_GROUP + "'text':'/undo@SupportBot'");
        editAnswer(photo("B", "#" + number + " Look"));
        assertEquals(1, told(GROUP, "was withdrawn before"));
        assertEquals(1, told(GROUP, ""));
    }

    @Test
    void aUserIsToldOnceThatAFileIsNotPassedOn() {
        begin(Map.of());
        write("'text':'Where is it?'");
        edit(photo("A", "Where is it?"));
        assertEquals(1, told(CHAT, NOT_TO_SUPPORT));
        edit(photo("B", "Where is it now?"));
        assertEquals(1, told(CHAT, ""));
        assertEquals("Where is it now?", stored(false));
    }

    @Test
    void aUserIsToldThatAnotherFileIsNotPassedOn() {
        begin(Map.of());
        write(photo("A", ""));
        edit(photo("A", ""));
        assertEquals(0, told(CHAT, ""));
        edit(photo("B", ""));
        assertEquals(1, told(CHAT, NOT_TO_SUPPORT));
    }

    @Test
    void anyFileOfAnAlbumIsOneThatTheMessageCameWith() {
        begin(Map.of());
        write("'media_group_id':'G'," + photo("A", "one"));
        desk.handle("message", MESSAGE + 1, IN_CHAT + "'media_group_id':'G'," + photo("B", ""));
        String second = IN_CHAT + "'edit_date':2,'media_group_id':'G',";
        desk.handle("edited_message", MESSAGE + 1, second + photo("B", "two"));
        assertEquals("one\n\ntwo", stored(false));
        desk.handle("edited_message", MESSAGE + 1, second + photo("B", ""));
        assertEquals("one", stored(false));
        assertEquals(List.of(), texts(CHAT));
        desk.handle("edited_message", MESSAGE + 1, second + photo("C", ""));
        assertEquals(1, texts(CHAT).size());
    }

    @Test
    void aCaptionThatAnOperatorRemovesIsRemoved() {
        begin(Map.of());
        answer(photo("A", "#" + number + " Look"));
        editAnswer(photo("A", ""));
        assertEquals("", stored(true));
        assertEquals(List.of("📩 Support reply:\n\n"), texts(CHAT));
        assertEquals(0, told(GROUP, ""));
    }

    @Test
    void aCaptionThatAUserRemovesIsRemoved() {
        begin(Map.of());
        write(photo("A", "Where is it?"));
        edit(photo("A", ""));
        assertEquals("", stored(false));
        assertEquals(List.of(), texts(CHAT));
        assertTrue(SharedDatabase.sql("select text from deliveries where purpose = 'NOTICE'").stream()
                .noneMatch(row -> row.get("text").toString().contains("Where is it?")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'venue':{'title':'x','address':'y'}", "'location':{'latitude':1,'longitude':2}"})
    void aLiveLocationThatMovesIsNoEdit(String place) {
        begin(Map.of());
        write(place);
        edit(place);
        assertEquals(List.of(), texts(CHAT));
    }

    @Test
    void nobodyIsToldOfFilesWhoseIdsWereNotStored() {
        begin(Map.of());
        write(photo("A", "Where is it?"));
        SharedDatabase.sql("update attachments set telegram_unique_id = null returning id");
        edit(photo("A", "Where is it now?"));
        assertEquals(List.of(), texts(CHAT));
    }

    @Test
    void whereNoFilesAreAcceptedItIsSaidThatOnlyTheTextIsPassedOn() {
        begin(Map.of("SUPPORT_FILES", "off"));
        write("'text':'Where is it?'");
        edit(photo("A", "Where is it?"));
        answer("'text':'#" + number + " There'");
        editAnswer(photo("A", "#" + number + " There"));
        assertEquals(1, told(CHAT, "Only your text was sent"));
        assertEquals(1, told(GROUP, "Only the text of this reply"));
    }

    @Test
    void aUserIsToldThatATextWhichBecomesBlankStays() {
        begin(Map.of());
        write("'text':'Where is it?'");
        edit("'text':' '");
        assertEquals(1, told(CHAT, "This change was not passed on"));
        assertEquals("Where is it?", stored(false));
    }

    @Test
    void aNoteThatIsEmptiedKeepsItsText() {
        begin(Map.of());
        answer(photo("A", "/note #" + number + " calls back"));
        editAnswer(photo("A", ""));
        assertEquals(1, told(GROUP, "keeps its earlier text"));
        assertEquals(
                "calls back",
                SharedDatabase.sql("select text from conversation_notes").get(0).get("text"));
    }

    @Test
    void aPictureOfTheOperatorsTalkIsNobodysMatter() {
        begin(Map.of());
        answer(photo("A", "Lunch?"));
        long before = texts(GROUP).size();
        editAnswer(photo("B", ""));
        assertEquals(before, texts(GROUP).size());
        assertEquals(List.of(), texts(CHAT));
    }
}
