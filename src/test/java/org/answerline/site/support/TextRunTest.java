package org.answerline.site.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.conversation.message.TextMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRunTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://a.example/b. | https://a.example/b",
                "(see https://a.example/b) | https://a.example/b",
                "https://en.wikipedia.org/wiki/Java_(language), yes | https://en.wikipedia.org/wiki/Java_(language)",
                "[https://a.example/?q=[1]] | https://a.example/?q=[1]",
                "смотри https://пример.рф/путь?q=я! | https://пример.рф/путь?q=я",
                "看https://例え.jp/あ。 | https://例え.jp/あ",
                "HTTPS://A.EXAMPLE/x… | HTTPS://A.EXAMPLE/x",
                "\"https://a.example\" | https://a.example",
                "«https://a.example/» | https://a.example/",
                "https://a.example:8080/a;b=1?c=d#e; | https://a.example:8080/a;b=1?c=d#e",
                "http://a.example/👍 ok | http://a.example/👍",
            })
    void anAddressIsALinkWithoutWhatEndsTheSentence(String text, String address) {
        var links = links(text, List.of());
        assertEquals(List.of(new TextRun(address, address)), links);
        assertEquals(text, whole(TextRun.of(text, List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no link",
                "https://",
                "see https://. Then",
                "ftp://a.example/",
                "javascript:alert(1)",
                "a@b.example",
                ""
            })
    void nothingElseIsALink(String text) {
        assertEquals(List.of(), links(text, List.of()));
        assertEquals(text, whole(TextRun.of(text, List.of())));
    }

    @Test
    void theWordsOfALinkLeadWhereTheySay() {
        var text = "👍 here and here, https://b.example.";
        var marks = List.of(link(3, 4, "https://a.example/"), link(12, 4, "mailto:a@b.example"));
        assertEquals(
                List.of(
                        new TextRun("here", "https://a.example/"),
                        new TextRun("here", "mailto:a@b.example"),
                        new TextRun("https://b.example", "https://b.example")),
                links(text, marks));
        assertEquals(text, whole(TextRun.of(text, marks)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "tg://user?id=1",
                " https://a.example",
                "//a.example",
                "file:///etc"
            })
    void otherSchemesAreNoLinks(String url) {
        assertEquals(List.of(), links("here", List.of(link(0, 4, url))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/webapp/assets/thread.js", "src/main/webapp/widget/answerline.js"})
    void theScriptsFollowTheSameRules(String script) throws IOException {
        var source = Files.readString(Path.of(script));
        assertTrue(source.contains("/" + TextRun.ADDRESS_PATTERN.replace("//", "\\/\\/") + "/gi"));
        assertTrue(source.contains("/" + TextRun.ENDS_A_SENTENCE + "$/u"));
        assertTrue(source.contains("/^(https?:\\/\\/|mailto:)/i"));
    }

    private static TextMark link(int offset, int length, String url) {
        return new TextMark("text_link", offset, length, url, null);
    }

    private static List<TextRun> links(String text, List<TextMark> marks) {
        return TextRun.of(text, marks).stream()
                .filter(run -> run.address() != null)
                .toList();
    }

    private static String whole(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }
}
