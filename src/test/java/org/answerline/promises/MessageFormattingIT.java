package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** A link under words and other layout arrive with the words, in both directions, in texts and captions, and on the site. */
@UsesDesk(SharedDesk.USUAL)
class MessageFormattingIT {

    private static final String ADDRESS = "https://a.example/path?q=1";

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");

    @Test
    void ofTheOperatorsAnswer() {
        var notice = asked();
        var words = Customer.words("👍 Bold and");
        var text = words + " click here. Or https://b.example/x(y).";
        operator.reply(notice, formatted(text, "text", mark("bold", "Bold", text), link("click here", text)));
        var answer = anna.receives(words);
        assertEquals(List.of("Bold", "click here"), marked(answer, "bold", "text_link"));
        var message = anna.thread().get(1);
        var entity = message.getJsonArray("entities").getJsonObject(1);
        assertEquals(ADDRESS, entity.getString("url"));
        assertEquals(text.indexOf("click here"), entity.getInt("offset"));
        var links = anna.browser().get("/support/").html().select(".is-answer .text a");
        assertEquals(List.of("click here", "https://b.example/x(y)"), links.eachText());
        assertEquals(List.of(ADDRESS, "https://b.example/x(y)"), links.eachAttr("href"));
        assertEquals(List.of("noopener nofollow", "noopener nofollow"), links.eachAttr("rel"));
    }

    @Test
    void ofTheOperatorsCaptionAndOfAnAnswerOfManyParts() {
        var notice = asked();
        var caption = Customer.words("picture") + " click here";
        operator.reply(notice, photo(caption, link("click here", caption)));
        assertEquals(List.of("click here"), marked(anna.receives(caption), "text_link"));
        var text = Customer.words("long") + " " + "word ".repeat(1_000) + "press there";
        operator.reply(notice, formatted(text, "text", link("press there", text)));
        assertEquals(List.of("press there"), marked(anna.receives("press there"), "text_link"));
    }

    @Test
    void ofAUsersMessage() {
        var text = Customer.words("Look") + " click here, please";
        anna.telegram().send(formatted(text, "text", link("click here", text), mark("italic", "please", text)));
        var notice = operator.sees(text);
        assertEquals(text, Operator.quoteIn(notice));
        assertTrue(marked(notice, "text_link").contains("click here"));
        assertEquals(List.of("please"), marked(notice, "italic"));
        var caption = Customer.words("Photo") + " click here";
        anna.telegram().send(photo(caption, link("click here", caption)));
        assertTrue(marked(operator.sees(caption), "text_link").contains("click here"));
        assertEquals(
                List.of(ADDRESS, ADDRESS),
                anna.browser()
                        .get("/support/")
                        .html()
                        .select(".is-question .text a")
                        .eachAttr("href"));
    }

    @Test
    void butNoLinkOfAUserPassesForOneOfOurs() {
        var bert = Customer.of(desk, "Bert");
        long berts = bert.asks(Customer.words("Somebody else"));
        var text = Customer.words("Forged") + " click here";
        var forged = "https://t.me/#support-message-" + berts;
        anna.telegram()
                .send(formatted(
                        text,
                        "text",
                        Json.createObjectBuilder(link("click here", text))
                                .add("url", forged)
                                .build()));
        var notice = operator.sees(text);
        assertEquals(1, marked(notice, "text_link").size(), "only our own");
        assertEquals(text, Operator.quoteIn(notice));
    }

    private SandboxMessage asked() {
        var question = Customer.words("Where is it?");
        anna.asks(question);
        return operator.sees(question);
    }

    private static JsonObject mark(String type, String words, String text) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("offset", text.indexOf(words))
                .add("length", words.length())
                .build();
    }

    private static JsonObject link(String words, String text) {
        return Json.createObjectBuilder(mark("text_link", words, text))
                .add("url", ADDRESS)
                .build();
    }

    private static Media formatted(String text, String member, JsonObject... entities) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        List.of(entities).forEach(array::add);
        return Media.raw(Json.createObjectBuilder()
                .add(member, text)
                .add(member.equals("text") ? "entities" : "caption_entities", array)
                .build());
    }

    private static Media photo(String caption, JsonObject entity) {
        return Media.photo(SampleFiles.jpeg(), "").with(formatted(caption, "caption", entity));
    }

    private static List<String> marked(SandboxMessage message, String... types) {
        return message.entities().getValuesAs(JsonObject.class).stream()
                .filter(entity -> List.of(types).contains(entity.getString("type")))
                .map(entity -> message.text()
                        .substring(entity.getInt("offset"), entity.getInt("offset") + entity.getInt("length")))
                .toList();
    }
}
