package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.Test;

class MessageReferenceTest {

    @Test
    void isFoundInWhatWeWrite() {
        TelegramText text = TelegramText.builder()
                .add("Head ")
                .reference(12)
                .add("#3 ")
                .quote(FormattedText.plain("Words"))
                .build();
        assertEquals(List.of(new MessageReference(12, 5)), in(text.entities()));
        assertEquals("Head \u200B#3 Words", text.text());
    }

    @Test
    void ofAnEarlierVersionStoodOnTheNumber() {
        assertEquals(
                List.of(new MessageReference(7, 0)),
                in("[{'type':'text_link','offset':0,'length':2,'url':'https://t.me/#support-message-7'}]"));
    }

    @Test
    void insideAQuoteIsTheUsersOwnLink() {
        for (String quote : List.of("blockquote", "expandable_blockquote")) {
            assertEquals(
                    List.of(new MessageReference(7, 0)),
                    in("[{'type':'text_link','offset':0,'length':1,'url':'https://t.me/#support-message-7'},"
                            + "{'type':'" + quote + "','offset':10,'length':20},"
                            + "{'type':'text_link','offset':12,'length':4,'url':'https://t.me/#support-message-8'}]"));
        }
    }

    private static List<MessageReference> in(String entities) {
        String json = "{'entities':" + entities + "}";
        return MessageReference.in(new LenientJson(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject()));
    }
}
