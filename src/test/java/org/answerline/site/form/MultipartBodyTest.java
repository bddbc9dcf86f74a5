package org.answerline.site.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    @Test
    void readsFieldsAndFiles() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nслово\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"б %22.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                + "\r\n--\r\n-\r\n--Y\r\r\n--X--\r\n");
        assertTrue(body.next(UTF_8));
        assertEquals("a", body.header().name());
        assertNull(body.header().fileName());
        assertEquals("слово", text(body));
        assertTrue(body.next(UTF_8));
        assertEquals("б \".txt", body.header().fileName());
        assertEquals("\r\n--\r\n-\r\n--Y\r", text(body));
        assertFalse(body.next(UTF_8));
        assertFalse(body.next(UTF_8));
    }

    @Test
    void passesOverWhatIsNotRead() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--X--");
        assertTrue(body.next(UTF_8));
        assertTrue(body.next(UTF_8));
        assertArrayEquals(new byte[0], body.content().readAllBytes());
        assertFalse(body.next(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=a; filename=b.txt",
                "form-data; filename=b.txt; name=a",
                "form-data;name=\"a\";filename=\"b.txt\"",
                "Form-Data ; Name = \"a\" ; FileName = \"b.txt\"",
                "form-data; name=\"a\"; filename=\"c\"; filename*=UTF-8''b.txt",
                "form-data; filename*=utf-8'en'b%2Etxt; name=a",
                "form-data; name=\"a\";\r\n\tfilename=\"b.txt\"",
                "form-data; x; name=\"a\"; y=\"; name=z\"; filename=\"b.txt\"",
            })
    void readsEveryWayToWriteAName(String disposition) throws IOException {
        for (String header : new String[] {
            "Content-Disposition: " + disposition,
            "Content-Type: text/plain\r\nCONTENT-DISPOSITION: " + disposition,
            "content-disposition:" + disposition + "\r\nX-Other: name=no"
        }) {
            var body = body("--X\r\n" + header + "\r\n\r\n1\r\n--X--");
            assertTrue(body.next(UTF_8));
            assertEquals("a", body.header().name(), header);
            assertEquals("b.txt", body.header().fileName(), header);
            assertEquals("1", text(body));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a%22b|a\"b",
                "a\\\"b|a\"b",
                "C:\\temp\\a.txt|C:\\temp\\a.txt",
                "a;b=c.txt|a;b=c.txt",
                "%41.txt|%41.txt",
                "a%0D%0Ab|ab"
            })
    void readsWhatIsQuoted(String written, String meant) throws IOException {
        var body = body(
                "--X\r\nContent-Disposition: form-data; name=\"a\"; filename=\"" + written + "\"\r\n\r\n1\r\n--X--");
        assertTrue(body.next(UTF_8));
        assertEquals(meant, body.header().fileName());
    }

    @Test
    void readsLinesWithoutCarriageReturnAndWhatStandsAround() throws IOException {
        String part = "Content-Disposition: form-data; name=a\n\n1\r\n\n2\n";
        var body =
                body("This is a preamble --X\n--Xno\n--X \t\n" + part + "--X\n" + part + "--X-- \nan epilogue\n--X\n");
        for (int i = 0; i < 2; i++) {
            assertTrue(body.next(UTF_8));
            assertEquals("1\r\n\n2", text(body));
        }
        assertFalse(body.next(UTF_8));
    }

    @Test
    void tellsABoundaryFromALongerOne() throws IOException {
        var body = body("--X\r\n\r\n1\r\n--XY\r\n2\r\n--X-\r\n--X--");
        assertTrue(body.next(UTF_8));
        assertNull(body.header().name());
        assertEquals("1\r\n--XY\r\n2\r\n--X-", text(body));
        assertFalse(body.next(UTF_8));
    }

    @Test
    void givesBackAnyBytes() throws IOException {
        byte[] content = new byte[100_000];
        var random = new Random(1);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) "\r\n-b".charAt(random.nextInt(4));
        }
        var whole = new java.io.ByteArrayOutputStream();
        whole.writeBytes("--boundary\r\nContent-Disposition: form-data; name=a\r\n\r\n".getBytes(UTF_8));
        whole.writeBytes(content);
        whole.writeBytes("\r\n--boundary--".getBytes(UTF_8));
        var body = new MultipartBody(new ByteArrayInputStream(whole.toByteArray()), "boundary");
        assertTrue(body.next(UTF_8));
        assertArrayEquals(content, body.content().readAllBytes());
        assertFalse(body.next(UTF_8));
    }

    @Test
    void undoesBase64AndRefusesEncodingsItDoesNotKnow() throws IOException {
        var body = body(
                "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: BASE64\r\n\r\n0YHQu9C+\r\n0LLQvg==\r\n--X--");
        assertTrue(body.next(UTF_8));
        assertEquals("слово", text(body));
        var other = body(
                "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: uu\r\n\r\n1\r\n--X--");
        assertTrue(other.next(UTF_8));
        assertEquals(
                400, assertThrows(FormRefusedException.class, other::content).status());
    }

    @Test
    void decodesNamesAsItIsTold() throws IOException {
        String form = "--X\r\nContent-Disposition: form-data; name=a; filename=\"Счёт.txt\"\r\n\r\n1\r\n--X--";
        var charset = Charset.forName("windows-1251");
        var body = new MultipartBody(new ByteArrayInputStream(form.getBytes(charset)), "X");
        assertTrue(body.next(charset));
        assertEquals("Счёт.txt", body.header().fileName());
        var wrong = new MultipartBody(new ByteArrayInputStream(form.getBytes(charset)), "X");
        assertEquals(400, refusal(wrong));
    }

    @Test
    void refusesAFormThatDoesNotEnd() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1");
        assertTrue(body.next(UTF_8));
        assertThrows(IOException.class, () -> body.content().transferTo(java.io.OutputStream.nullOutputStream()));
        assertThrows(IOException.class, () -> body("").next(UTF_8));
        assertThrows(IOException.class, () -> body("no form at all").next(UTF_8));
        assertThrows(IOException.class, () -> body("--X\r\nContent-Disposition: form-data")
                .next(UTF_8));
    }

    @Test
    void refusesHeadersAndNamesThatAreTooLong() throws IOException {
        assertEquals(
                413,
                refusal(body(
                        "--X\r\nContent-Disposition: form-data; name=\"" + "é".repeat(4000) + "\"\r\n\r\n\r\n--X--")));
        assertEquals(
                413,
                refusal(body(
                        "--X\r\nContent-Disposition: form-data; name=\"" + "a".repeat(201) + "\"\r\n\r\n\r\n--X--")));
        assertEquals(413, refusal(body("--X\r\n" + "A: b\r\n".repeat(3000) + "\r\n--X--")));
        assertThrows(
                FormRefusedException.class,
                () -> new MultipartBody(new ByteArrayInputStream(new byte[0]), "b".repeat(71)));
        assertThrows(FormRefusedException.class, () -> new MultipartBody(new ByteArrayInputStream(new byte[0]), null));
    }

    private static int refusal(MultipartBody body) {
        return assertThrows(FormRefusedException.class, () -> body.next(UTF_8)).status();
    }

    private static String text(MultipartBody body) throws IOException {
        return new String(body.content().readAllBytes(), UTF_8);
    }

    private static MultipartBody body(String text) {
        return new MultipartBody(new ByteArrayInputStream(text.getBytes(UTF_8)), "X");
    }
}
