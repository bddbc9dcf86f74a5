package org.answerline.telegram.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerline.telegram.LenientJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedTextTest {

    @Test
    void whatABotCanSendAgainIsKeptWhateverElseIsThere() {
        var wire = new LenientJson(Json.createReader(
                        new StringReader(
                                """
                        {"caption":"x","caption_entities":[
                          {"type":"bold","offset":0,"length":1},{"type":"custom_emoji","offset":0,"length":1,"custom_emoji_id":"1"},
                          {"type":"url","offset":0,"length":1},{"type":"text_link","offset":0,"length":1},
                          {"type":"text_link","offset":0,"length":1,"url":"https://a.example/"},
                          {"type":"pre","offset":0,"length":1,"language":"java"},{"type":"bold","offset":-1,"length":1},
                          {"type":"bold","offset":0,"length":99999999999},{"type":"bold"},{"type":7},3]}
                        """))
                .readObject());
        assertEquals(
                List.of("bold", "text_link", "pre"),
                FormattedText.entitiesOf(wire).stream().map(TextEntity::type).toList());
    }

    @Test
    void cleaningMovesWhatIsBehind() {
        var written = FormattedText.written("a\u0000\r\nbold\u0007 end", List.of(bold(4, 5), bold(1, 1)));
        assertEquals("a\nbold end", written.text());
        assertEquals(List.of("bold"), marked(written));
    }

    @Test
    void piecesKeepWhatIsMarkedInThem() {
        var text = "👍 one. two three";
        var pieces = new FormattedText(text, List.of(bold(3, 9), link(12, 5, "https://a.example/"))).pieces(8, 99);
        assertEquals(
                List.of("👍 one. ", "two three"),
                pieces.stream().map(FormattedText::text).toList());
        assertEquals(List.of("one. "), marked(pieces.get(0)));
        assertEquals(List.of("two ", "three"), marked(pieces.get(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg://user?id=7", "javascript:alert(1)", "https://a.example/%23support%2Dmessage-12"})
    void aLinkThatIsNotPassedOnIsWrittenOut(String url) {
        var written = FormattedText.written("see here, please", List.of(link(4, 4, url), bold(4, 12)));
        assertEquals("see here (" + url + "), please", written.text());
        assertEquals(List.of("here (" + url + "), please"), marked(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://t.me/#support-message-12",
                "https://t.me/%23support%2Dmessage-12",
                "HTTPS://T.ME/#SUPPORT-MESSAGE-12",
            })
    void aReferenceOfOursIsNoLinkOfAPersons(String url) {
        var written = FormattedText.written("#3 and more", List.of(link(0, 2, url), bold(3, 3)));
        assertEquals("#3 and more", written.text());
        assertEquals(List.of("and"), marked(written));
    }

    @Test
    void anOrdinaryAddressThatSoundsAlikeIsALink() {
        var written = FormattedText.written("here", List.of(link(0, 4, "https://a.example/support-message-7")));
        assertEquals(1, written.entities().size());
    }

    @Test
    void aLinkThatShowsItsAddressIsNotWrittenTwice() {
        assertEquals(
                "tg://x",
                FormattedText.written("tg://x", List.of(link(0, 6, "tg://x"))).text());
    }

    @Test
    void beyondWhatTelegramKeepsLinksAreWrittenOut() {
        var text = "x ".repeat(120);
        var links = IntStream.range(0, 120)
                .mapToObj(i -> link(2 * i, 1, "https://a.example/" + i))
                .toList();
        var written = FormattedText.written(text, links);
        assertEquals(90, written.entities().size());
        assertTrue(written.text().contains("x (https://a.example/119)"), written.text());
        var bolds = IntStream.range(0, 120).mapToObj(i -> bold(2 * i, 1)).collect(Collectors.toList());
        bolds.add(link(0, 1, "https://a.example/"));
        assertEquals(
                1,
                FormattedText.written(text, bolds).entities().stream()
                        .filter(TextEntity::isLink)
                        .count());
        var longest = "https://a.example/" + "y".repeat(5_900);
        var two = FormattedText.written("a b", List.of(link(0, 1, longest), link(2, 1, longest)));
        assertEquals("a b (" + longest + ")", two.text());
    }

    @Test
    void itIsStoredAndReadAsItWas() {
        var text = new FormattedText(
                "abc", List.of(link(0, 1, "https://a.example/"), new TextEntity("pre", 1, 2, null, "java")));
        assertEquals(text, FormattedText.stored("abc", text.entitiesJson()));
        assertNull(FormattedText.plain("abc").entitiesJson());
        assertEquals(FormattedText.plain("abc"), FormattedText.stored("abc", null));
    }

    @Test
    void aQuoteHoldsItInside() {
        var quoted = TelegramText.builder()
                .add("👍: ")
                .quote(new FormattedText(
                        "see here",
                        List.of(link(4, 4, "https://a.example/"), new TextEntity("blockquote", 0, 3, null, null))))
                .build();
        assertEquals(2, quoted.entityCount());
        assertTrue(quoted.entities().contains("\"type\":\"text_link\",\"offset\":8,\"length\":4"), quoted.entities());
    }

    private static TextEntity bold(int offset, int length) {
        return new TextEntity("bold", offset, length, null, null);
    }

    private static TextEntity link(int offset, int length, String url) {
        return new TextEntity("text_link", offset, length, url, null);
    }

    private static List<String> marked(FormattedText text) {
        return text.entities().stream()
                .map(entity -> text.text().substring(entity.offset(), entity.offset() + entity.length()))
                .toList();
    }
}
