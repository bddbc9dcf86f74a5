package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Optional;
import org.answerline.telegram.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {

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
        Incoming.Start start =
                assertInstanceOf(Incoming.Start.class, persons(PERSON + ",'text':'" + text.replace("\n", "\\n") + "'"));
        assertEquals("TOKEN", start.parameter());
        assertEquals(Optional.of("ru"), start.language());
    }

    @Test
    void bareStartHasNoParameter() {
        assertEquals(
                "",
                assertInstanceOf(Incoming.Start.class, persons(PERSON + ",'text':'/start'"))
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
            Incoming.UserMessage message =
                    assertInstanceOf(Incoming.UserMessage.class, persons(PERSON + "," + kind + extra));
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
        assertInstanceOf(Incoming.Nothing.class, persons(PERSON + content));
        assertInstanceOf(Incoming.Nothing.class, operators(GROUP + content));
    }

    @Test
    void theWordsInsideOfAStructuredMessageArePassedOn() {
        String rich = "'rich_message':{'blocks':[{'type':'heading','text':'Title'},{'type':'paragraph','text':['It ',"
                + "{'type':'bold','text':'hurts'},', see ',{'type':'url','text':'here','url':'https://a.example/'}]},"
                + "{'type':'divider'},{'type':'list','items':[{'blocks':[{'type':'paragraph','text':'one'}]},"
                + "{'blocks':[{'type':'paragraph','text':'two'}]}]}]}";
        assertEquals("Title\nIt hurts, see here (https://a.example/)\none\ntwo", textOf(PERSON + "," + rich));
        assertEquals(
                "When?\nToday\nNever",
                textOf(PERSON + ",'poll':{'id':'1','question':'When?','options':[{'text':'Today'},{'text':'Never'}]}"));
        assertEquals(
                "To do\nFirst", textOf(PERSON + ",'checklist':{'title':'To do','tasks':[{'id':1,'text':'First'}]}"));
        assertEquals("Hm", textOf(PERSON + ",'never_seen_before':{'caption':'Hm'}"));
        assertEquals("said", textOf(PERSON + ",'caption':'said','never_seen_before':{'text':'Hm'}"));
    }

    @Test
    void aTextWithUnknownMembersIsATextAndNothingElse() {
        Incoming.UserMessage message = assertInstanceOf(
                Incoming.UserMessage.class, persons(PERSON + ",'text':'hello','future_member':{'text':'x'}"));
        assertEquals("hello", message.text().text());
        assertEquals(false, message.media());
    }

    private static String textOf(String message) {
        Incoming.UserMessage read = assertInstanceOf(Incoming.UserMessage.class, persons(message));
        assertEquals(!message.contains("'text':'hello'"), read.media());
        return read.text().text();
    }

    @Test
    void unlinkIsACommandByItselfOnly() {
        assertInstanceOf(Incoming.Unlink.class, persons(PERSON + ",'text':'/unlink'"));
        assertInstanceOf(Incoming.Unlink.class, persons(PERSON + ",'text':' /unlink@SupportBot '"));
        assertInstanceOf(Incoming.UserMessage.class, persons(PERSON + ",'text':'/unlink my old phone please'"));
    }

    @Test
    void otherCommandsAreWords() {
        assertInstanceOf(Incoming.UserMessage.class, persons(PERSON + ",'text':'/started yesterday'"));
        assertInstanceOf(Incoming.UserMessage.class, persons(PERSON + ",'text':'/etc/hosts'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/settings", "/Help@SupportBot", "/help\u200B"})
    void aBareCommandIsNoQuestion(String text) {
        assertInstanceOf(Incoming.UserCommand.class, persons(PERSON + ",'text':'" + text + "'"));
    }

    @Test
    void anOperatorsCommandIsNoAnswer() {
        String replied = ",'reply_to_message':{'message_id':3}";
        Incoming.OperatorCommand command =
                assertInstanceOf(Incoming.OperatorCommand.class, operators(GROUP + ",'text':'/close'" + replied));
        assertEquals(true, command.reply());
        assertInstanceOf(Incoming.OperatorReply.class, operators(GROUP + ",'text':'/start it again'" + replied));
        assertInstanceOf(Incoming.OperatorCommand.class, operators(GROUP + ",'text':'/help@SupportBot'"));
        assertInstanceOf(Incoming.OperatorCommand.class, operators(PERSON + ",'text':'/start'"));
        assertInstanceOf(Incoming.Start.class, operators(PERSON + ",'text':'/start TOKEN'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':777000},'is_automatic_forward':true,",
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':777000},",
                "'chat':{'id':-7,'type':'supergroup'},'from':{'id':6,'is_bot':true},",
            })
    void whatNoPersonSentIsNothing(String message) {
        assertInstanceOf(Incoming.Nothing.class, operators(message + "'text':'News'"));
        assertInstanceOf(
                Incoming.Nothing.class, operators(message + "'text':'News','reply_to_message':{'message_id':3}"));
    }

    @Test
    void aPersonsReplyBringsWhatItIsTo() {
        Incoming.UserMessage reply = assertInstanceOf(
                Incoming.UserMessage.class,
                persons(PERSON + ",'text':'x','reply_to_message':{'message_id':3,'text':'All of it'}"));
        assertEquals(Optional.of("All of it"), reply.quote());
        Incoming.UserMessage part = assertInstanceOf(
                Incoming.UserMessage.class,
                persons(PERSON + ",'text':'x','quote':{'text':'of it','position':4},"
                        + "'reply_to_message':{'message_id':3,'text':'All of it'}"));
        assertEquals(Optional.of("of it"), part.quote());
    }

    @Test
    void aPersonsReplyIsTheirMessageAndNeverTheOperators() {
        assertInstanceOf(
                Incoming.UserMessage.class, persons(PERSON + ",'text':'x','reply_to_message':{'message_id':3}"));
    }

    @Test
    void replyInTheOperatorsChat() {
        Incoming.OperatorReply reply = assertInstanceOf(
                Incoming.OperatorReply.class, operators(GROUP + ",'text':'x','reply_to_message':{'message_id':3}"));
        assertEquals(3, reply.repliedTo().id());
    }

    @Test
    void anonymousAdministratorIsTheOperator() {
        assertInstanceOf(
                Incoming.OperatorReply.class,
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
                Incoming.OperatorTalk.class,
                operators(GROUP + "," + mark + "'text':'x','reply_to_message':{'message_id':3}"));
    }

    @Test
    void aTopicsFirstMessageIsNotAnswered() {
        assertInstanceOf(
                Incoming.OperatorTalk.class,
                operators(GROUP + ",'text':'x','reply_to_message':{'message_id':3,'forum_topic_created':{}}"));
    }

    @Test
    void captionIsTextAndMediaIsMarked() {
        Incoming.UserMessage message = assertInstanceOf(
                Incoming.UserMessage.class, persons(PERSON + ",'photo':[{'file_id':'x'}],'caption':'look'"));
        assertEquals("look", message.text().text());
        assertEquals(true, message.media());
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
        assertInstanceOf(Incoming.Nothing.class, operators(GROUP + "," + content));
        assertInstanceOf(Incoming.Nothing.class, persons(PERSON + "," + content));
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
        assertInstanceOf(Incoming.Nothing.class, UpdateReader.read(update(update), false));
    }

    @Test
    void otherGroupsAreNothing() {
        assertInstanceOf(Incoming.Nothing.class, persons(GROUP + ",'text':'x'"));
    }

    private static Incoming persons(String message) {
        return UpdateReader.read(update("{'update_id':1,'message':{'message_id':9," + message + "}}"), false);
    }

    private static Incoming operators(String message) {
        return UpdateReader.read(update("{'update_id':1,'message':{'message_id':9," + message + "}}"), true);
    }

    private static Update update(String json) {
        return Update.read(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }
}
