package org.answerline.site.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.answerline.platform.text.Texts;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.validation.TestValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{",
                "{\"a\":",
                "{\"a\":1}}",
                "{\"a\":1} 2",
                "[]",
                "\"a\"",
                "null",
                "{a:1}",
                "{\"a\":\"\n\"}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertEquals(400, refusal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesBytesThatAreNotUtf8AndBottomlessNesting() {
        assertEquals(400, refusal(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}));
        assertEquals(400, refusal(("{\"a\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheCharsetThatIsNamedAndPassesOverAByteOrderMark() throws IOException {
        for (String name : new String[] {"UTF-16", "UTF-16LE", "windows-1251", "UTF-8"}) {
            byte[] bytes = "{\"message\":\"слово\"}".getBytes(java.nio.charset.Charset.forName(name));
            var body = JsonBody.read(new ByteArrayInputStream(bytes), name, QuestionBody.class);
            assertEquals("слово", body.question().message());
        }
        assertEquals("a", body("\uFEFF{\"message\":\"a\"}").question().message());
        assertEquals(400, refusal("{\"message\":\"слово\"}".getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void refusesMoreThanTheLimitWithoutReadingOn() {
        var endless = new ByteArrayInputStream(new byte[10_000_000]);
        assertEquals(
                413,
                assertThrows(ProblemException.class, () -> JsonBody.read(endless, null, QuestionBody.class))
                        .problem()
                        .status());
        assertEquals(10_000_000 - 65_537, endless.available());
    }

    @Test
    void passesByWhatItDoesNotKnow() {
        var body = body(
                "{\"z\":" + "9".repeat(5000) + ",\"y\":[{\"x\":[1e999999999]}],\"message\":\"a\",\"message\":\"b\"}");
        assertEquals("b", body.question().message());
    }

    @Test
    void refusesWhatEndsInsideOfAMemberThatItDoesNotKnow() {
        for (String text : new String[] {"{\"a\":[", "{\"a\":{\"b\":", "{\"a\":[[]", "{\"message\":\"a\",\"b\":{"}) {
            assertEquals(400, refusal(text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"a\",\"subject\":null,\"files\":null} |",
                "{\"message\":\"a\",\"files\":[\"x\"]}             |",
                "{\"message\":7}                                  | message This must be a string",
                "{\"message\":1e999999999}                        | message This must be a string",
                "{\"message\":true}                               | message This must be a string",
                "{\"message\":[\"x\"],\"subject\":{}}             | subject This must be a string, message This must be a string",
                "{\"message\":\"a\",\"files\":\"x\"}               | files This must be an array of strings",
                "{\"message\":\"a\",\"files\":[\"x\",7]}           | files This must be an array of strings",
                "{\"message\":\"a\",\"files\":[null]}            | files This must be an array of strings",
                "{\"message\":null}                               | message Enter your question",
                "{}                                             | message Enter your question"
            })
    void namesEachMemberOfTheWrongTypeOnce(String text, String problems) {
        String named = body(text).problems(TestValidator.create(), Texts.in("en")).stream()
                .map(problem -> problem.field() + " " + problem.text())
                .collect(Collectors.joining(", "));
        assertEquals(problems == null ? "" : problems, named);
    }

    @Test
    void replacesALoneSurrogate() {
        assertEquals("a\uFFFD", body("{\"message\":\"a\\ud800\"}").question().message());
    }

    private static QuestionBody body(String text) {
        return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, QuestionBody.class);
    }

    private static int refusal(byte[] bytes) {
        return assertThrows(
                        ProblemException.class, () -> JsonBody.parse(bytes, StandardCharsets.UTF_8, QuestionBody.class))
                .problem()
                .status();
    }
}
