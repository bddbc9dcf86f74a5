package org.answerline.site.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            var body = JsonBody.read(new ByteArrayInputStream(bytes), name);
            assertEquals("слово", body.text("message", new ArrayList<>()));
        }
        assertEquals("a", body("\uFEFF{\"message\":\"a\"}").text("message", new ArrayList<>()));
        assertEquals(400, refusal("{\"message\":\"слово\"}".getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void refusesMoreThanTheLimitWithoutReadingOn() {
        var endless = new ByteArrayInputStream(new byte[10_000_000]);
        assertEquals(
                413,
                assertThrows(ProblemException.class, () -> JsonBody.read(endless, null))
                        .problem()
                        .status());
        assertEquals(10_000_000 - 65_537, endless.available());
    }

    @Test
    void passesByWhatItDoesNotKnow() {
        var body = body(
                "{\"z\":" + "9".repeat(5000) + ",\"y\":[{\"x\":[1e999999999]}],\"message\":\"a\",\"message\":\"b\"}");
        assertEquals("b", body.text("message", new ArrayList<>()));
    }

    @Test
    void namesAMemberOfTheWrongType() {
        var problems = new ArrayList<ApiProblem.Field>();
        var body = body("{\"a\":1,\"b\":[\"x\"],\"c\":null,\"d\":true}");
        for (String member : new String[] {"a", "b", "c", "d", "e"}) {
            assertNull(body.text(member, problems));
        }
        assertEquals(
                java.util.List.of("a", "b", "d"),
                problems.stream().map(ApiProblem.Field::field).toList());
    }

    private static JsonBody body(String text) {
        return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int refusal(byte[] bytes) {
        return assertThrows(ProblemException.class, () -> JsonBody.parse(bytes, StandardCharsets.UTF_8))
                .problem()
                .status();
    }
}
