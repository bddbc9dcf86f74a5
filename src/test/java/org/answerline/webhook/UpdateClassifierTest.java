package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Optional;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.update.Message;
import org.answerline.telegram.update.Update;
import org.answerline.webhook.event.IncomingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateClassifierTest {

    private static final String PERSON = "'chat':{'id':42,'type':'private'},'from':{'id':42,'language_code':'ru'}";
    private static final String GROUP = "'chat':{'id':-7,'type':'group'},'from':{'id':5}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start TOKEN",
                "/start@SupportBot TOKEN",
                "/start   TOKEN ",
                "/start@SUPPORTBOT\nTOKEN",
                "/start\u00A0TOKEN"
            })
    void startWithAParameter(String text) {
        IncomingEvent.StartCommand start = assertInstanceOf(
                IncomingEvent.StartCommand.class, persons(PERSON + ",'text':'" + text.replace("\n", "\\n") + "'"));
        assertEquals("TOKEN", start.parameter());
        assertEquals(Optional.of("ru"), start.language());
    }

    @Test
    void bareStartHasNoParameter() {
        assertEquals(
                "",
                assertInstanceOf(IncomingEvent.StartCommand.class, persons(PERSON + ",'text':'/start'"))
                        .parameter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'giveaway_winners':{'winner_count':3}",
                "'giveaway':{'chats':[]}",
                "'story':{'chat':{'id':1,'title':'Somebody'},'id':7}",
                "'paid_media':{'star_count':1,'paid_media':[]}",
                "'live_photo':{'file_id':'x'}",
                "'contact':{'phone_number':'1'}",
                "'invoice':{'title':'x'}",
                "'audio':{'file_id':'x','title':'Song'}",
                "'never_seen_before':{'a':{'b':[1,2]}}",
                "'never_seen_before':true",
                "'never_seen_before':'words'",
                "'new_meta':1",
            })
    void whateverIsNoKnownNoticeIsContent(String kind) {
        for (String extra : new String[] {"", ",'future_member':{'x':[null]}"}) {
            IncomingEvent.UserMessage message =
                    assertInstanceOf(IncomingEvent.UserMessage.class, persons(PERSON + "," + kind + extra));
            assertEquals("", message.text().text());
            assertEquals(true, message.media());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new_chat_members",
                "left_chat_member",
                "new_chat_title",
                "new_chat_photo",
                "pinned_message",
                "successful_payment",
                "refunded_payment",
                "users_shared",
                "chat_shared",
                "gift",
                "unique_gift",
                "gift_upgrade_sent",
                "connected_website",
                "write_access_allowed",
                "proximity_alert_triggered",
                "boost_added",
                "chat_background_set",
                "checklist_tasks_done",
                "checklist_tasks_added",
                "forum_topic_created",
                "forum_topic_edited",
                "giveaway_created",
                "giveaway_completed",
                "message_auto_delete_timer_changed",
                "paid_message_price_changed",
                "suggested_post_paid",
                "video_chat_started",
                "video_chat_ended",
                "web_app_data",
                "poll_option_added",
                "managed_bot_created",
                "chat_owner_changed"
            })
    void knownNoticesAreNobodysWords(String kind) {
        String content = ",'" + kind + "':{'text':'x','title':'y'},'future_member':{'x':1}";
        assertInstanceOf(IncomingEvent.Nothing.class, persons(PERSON + content));
        assertInstanceOf(IncomingEvent.Nothing.class, operators(GROUP + content));
    }

    @Test
    void theWordsInsideOfAStructuredMessageArePassedOn() {
        String rich = "'rich_message':{'blocks':[{'type':'heading','text':'Title'},{'type':'paragraph','text':['It ',"
                + "{'type':'bold','text':'hurts'},', see ',{'type':'url','text':'here','url':'https://a.example/'}]},"
                + "{'type':'divider'},{'type':'list','items':[{'blocks':[{'type':'paragraph','text':'one'}]},"
                + "{'blocks':[{'type':'paragraph','text':'two'}]}]}]}";
        assertEquals("Title\nIt hurts, see here (https://a.example/)\none\ntwo", textOf(PERSON + "," + rich));
        assertEquals(
                "To do\nFirst", textOf(PERSON + ",'checklist':{'title':'To do','tasks':[{'id':1,'text':'First'}]}"));
        assertEquals("Hm", textOf(PERSON + ",'never_seen_before':{'caption':'Hm'}"));
        assertEquals("said", textOf(PERSON + ",'caption':'said','never_seen_before':{'text':'Hm'}"));
    }

    @Test
    void aButtonBelongsToTheChatOfItsMessage() {
        IncomingEvent.ButtonPressed pressed = assertInstanceOf(
                IncomingEvent.ButtonPressed.class,
                pressed(
                        ",'data':'close','message':{'message_id':3,'date':1,'chat':{'id':-7,'type':'group'},'text':'x'}"));
        assertEquals(-7, pressed.chatId());
        assertEquals(3, pressed.message().id());
        assertEquals("close", pressed.data());
        assertEquals(5, pressed.author().id());
        IncomingEvent.ButtonPressed old = assertInstanceOf(
                IncomingEvent.ButtonPressed.class,
                pressed(",'message':{'message_id':3,'date':0,'chat':{'id':-7,'type':'group'}}"));
        assertEquals("", old.data());
        assertEquals(Optional.empty(), old.message().author());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",'message':{}", ",'message':7", ",'message':{'message_id':3}", ",'inline_message_id':'x'"})
    void aButtonWithoutAMessageIsNothing(String message) {
        assertInstanceOf(IncomingEvent.Nothing.class, pressed(",'data':'close'" + message));
    }

    private static IncomingEvent pressed(String members) {
        return UpdateClassifier.read(
                update("{'update_id':1,'callback_query':{'id':'77','from':{'id':5}" + members + "}}"), true);
    }

    @Test
    void aPollIsACardWithItsWords() {
        String poll = PERSON + ",'poll':{'id':'1','question':'When?','options':[{'text':'Today'},{'text':'Never'}]}";
        IncomingEvent.UserMessage message = assertInstanceOf(IncomingEvent.UserMessage.class, persons(poll));
        assertEquals(
                "📊 Poll: When?\nToday\nNever", message.card().orElseThrow().text(Texts.in("en")));
        assertEquals("", message.text().text());
    }

    @Test
    void aTextWithUnknownMembersIsATextAndNothingElse() {
        IncomingEvent.UserMessage message = assertInstanceOf(
                IncomingEvent.UserMessage.class, persons(PERSON + ",'text':'hello','future_member':{'text':'x'}"));
        assertEquals("hello", message.text().text());
        assertEquals(false, message.media());
    }

    private static String textOf(String message) {
        IncomingEvent.UserMessage read = assertInstanceOf(IncomingEvent.UserMessage.class, persons(message));
        assertEquals(!message.contains("'text':'hello'"), read.media());
        return read.text().text();
    }

    @Test
    void unlinkIsACommandByItselfOnly() {
        assertInstanceOf(IncomingEvent.Unlink.class, persons(PERSON + ",'text':'/unlink'"));
        assertInstanceOf(IncomingEvent.Unlink.class, persons(PERSON + ",'text':' /unlink@SupportBot '"));
        assertInstanceOf(IncomingEvent.UserMessage.class, persons(PERSON + ",'text':'/unlink my old phone please'"));
    }

    @Test
    void otherCommandsAreWords() {
        assertInstanceOf(IncomingEvent.UserMessage.class, persons(PERSON + ",'text':'/started yesterday'"));
        assertInstanceOf(IncomingEvent.UserMessage.class, persons(PERSON + ",'text':'/etc/hosts'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/settings", "/Help@SupportBot", "/help\u200B"})
    void aBareCommandIsNoQuestion(String text) {
        assertInstanceOf(IncomingEvent.UserCommand.class, persons(PERSON + ",'text':'" + text + "'"));
    }

    @Test
    void anOperatorsCommandIsNoAnswer() {
        String replied = ",'reply_to_message':{'message_id':3}";
        IncomingEvent.OperatorCommand command =
                assertInstanceOf(IncomingEvent.OperatorCommand.class, operators(GROUP + ",'text':'/close'" + replied));
        assertEquals(true, command.repliedMessage().isPresent());
        assertInstanceOf(IncomingEvent.OperatorCommand.class, operators(GROUP + ",'text':'/note a secret'" + replied));
        assertInstanceOf(IncomingEvent.OperatorCommand.class, operators(GROUP + ",'text':'/noet a secret'" + replied));
        assertInstanceOf(IncomingEvent.OperatorReply.class, operators(GROUP + ",'text':'/pay it'" + replied));
        assertInstanceOf(IncomingEvent.OperatorReply.class, operators(GROUP + ",'text':'/start it again'" + replied));
        assertInstanceOf(IncomingEvent.OperatorCommand.class, operators(GROUP + ",'text':'/help@SupportBot'"));
        assertInstanceOf(IncomingEvent.OperatorCommand.class, operators(PERSON + ",'text':'/start'"));
        assertInstanceOf(IncomingEvent.StartCommand.class, operators(PERSON + ",'text':'/start TOKEN'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':777000},'is_automatic_forward':true,",
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':777000},",
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':6,'is_bot':true},",
            })
    void whatNoPersonSentIsNothing(String message) {
        assertInstanceOf(IncomingEvent.Nothing.class, operators(message + "'text':'News'"));
        assertInstanceOf(
                IncomingEvent.Nothing.class, operators(message + "'text':'News','reply_to_message':{'message_id':3}"));
    }

    @Test
    void aPersonsReplyBringsWhatItIsTo() {
        IncomingEvent.UserMessage reply = assertInstanceOf(
                IncomingEvent.UserMessage.class,
                persons(PERSON + ",'text':'x','reply_to_message':{'message_id':3,'text':'All of it'}"));
        assertEquals(Optional.of("All of it"), reply.replied().flatMap(Message.Reply::quote));
        IncomingEvent.UserMessage part = assertInstanceOf(
                IncomingEvent.UserMessage.class,
                persons(PERSON + ",'text':'x','quote':{'text':'of it','position':4},"
                        + "'reply_to_message':{'message_id':3,'text':'All of it'}"));
        assertEquals(Optional.of("of it"), part.replied().flatMap(Message.Reply::quote));
    }

    @Test
    void aPersonsReplyIsTheirMessageAndNeverTheOperators() {
        assertInstanceOf(
                IncomingEvent.UserMessage.class, persons(PERSON + ",'text':'x','reply_to_message':{'message_id':3}"));
    }

    @Test
    void replyInTheOperatorsChat() {
        IncomingEvent.OperatorReply reply = assertInstanceOf(
                IncomingEvent.OperatorReply.class,
                operators(GROUP + ",'text':'x','reply_to_message':{'message_id':3}"));
        assertEquals(3, reply.repliedMessage().id());
    }

    @Test
    void anonymousAdministratorIsTheOperator() {
        assertInstanceOf(
                IncomingEvent.OperatorReply.class,
                operators("'chat':{'id':-7,'type':'supergroup'},'from':{'id':1087968824,'is_bot':true},"
                        + "'sender_chat':{'id':-7},'text':'x','reply_to_message':{'message_id':3}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'forward_origin':{'type':'user'},",
                "'forward_date':1,",
            })
    void forwardedWordsAreNotTheOperators(String mark) {
        assertInstanceOf(
                IncomingEvent.OperatorChatter.class,
                operators(GROUP + "," + mark + "'text':'x','reply_to_message':{'message_id':3}"));
    }

    @Test
    void aTopicsFirstMessageIsNotAnswered() {
        assertInstanceOf(
                IncomingEvent.OperatorChatter.class,
                operators(GROUP + ",'text':'x','reply_to_message':{'message_id':3,'forum_topic_created':{}}"));
    }

    @Test
    void captionIsTextAndMediaIsMarked() {
        IncomingEvent.UserMessage message = assertInstanceOf(
                IncomingEvent.UserMessage.class, persons(PERSON + ",'photo':[{'file_id':'x'}],'caption':'look'"));
        assertEquals("look", message.text().text());
        assertEquals(true, message.media());
    }

    @Test
    void anEditTellsTheFileAndThatTheCaptionIsGone() {
        String photo = ",'photo':[{'file_id':'x','file_unique_id':'A'}]";
        IncomingEvent.UserEdit user = assertInstanceOf(IncomingEvent.UserEdit.class, edited(PERSON + photo, false));
        assertEquals("", user.text().text());
        assertEquals(Optional.of("A"), user.file().orElseThrow().uniqueId());
        IncomingEvent.OperatorEdit operator =
                assertInstanceOf(IncomingEvent.OperatorEdit.class, edited(GROUP + photo, true));
        assertEquals("", operator.text().text());
        assertEquals(Optional.of("A"), operator.file().orElseThrow().uniqueId());
    }

    @Test
    void aLiveLocationThatMovesIsNothing() {
        String place = ",'location':{'latitude':1,'longitude':2,'live_period':60}";
        assertInstanceOf(IncomingEvent.Nothing.class, edited(PERSON + place, false));
        assertInstanceOf(IncomingEvent.Nothing.class, edited(GROUP + place, true));
    }

    private static IncomingEvent edited(String message, boolean inOperatorsChat) {
        return UpdateClassifier.read(
                update("{'update_id':1,'edited_message':{'message_id':9,'edit_date':2," + message + "}}"),
                inOperatorsChat);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pinned_message':{'message_id':1}",
                "'new_chat_title':'x'",
                "'text':7",
                "'left_chat_member':{'id':1}",
            })
    void serviceMessagesAreNothing(String content) {
        assertInstanceOf(IncomingEvent.Nothing.class, operators(GROUP + "," + content));
        assertInstanceOf(IncomingEvent.Nothing.class, persons(PERSON + "," + content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':1}",
                "{'update_id':1,'message':7}",
                "{'update_id':1,'message':{}}",
                "{'update_id':1,'message':{'message_id':1e999999999,'chat':{'id':1}}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':'1'}}}",
                "{'update_id':1,'channel_post':{'message_id':1,'chat':{'id':1},'text':'x'}}",
                "{'update_id':1,'kind_of_tomorrow':{'a':[1,2]}}",
            })
    void strangeUpdatesAreNothing(String update) {
        assertInstanceOf(IncomingEvent.Nothing.class, UpdateClassifier.read(update(update), false));
    }

    @Test
    void otherGroupsAreNothing() {
        assertInstanceOf(IncomingEvent.Nothing.class, persons(GROUP + ",'text':'x'"));
    }

    private static IncomingEvent persons(String message) {
        return UpdateClassifier.read(update("{'update_id':1,'message':{'message_id':9," + message + "}}"), false);
    }

    private static IncomingEvent operators(String message) {
        return UpdateClassifier.read(update("{'update_id':1,'message':{'message_id':9," + message + "}}"), true);
    }

    private static Update update(String json) {
        return Update.read(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }
}
