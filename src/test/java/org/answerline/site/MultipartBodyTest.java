package org.answerline.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartBodyTest {

    @Test
    void readsFieldsAndFiles() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nслово\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"б %22.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                + "\r\n--\r\n-\r\n--Y\r\r\n--X--\r\n");
        assertTrue(body.next());
        assertEquals("a", body.name());
        assertNull(body.fileName());
        assertEquals("слово", text(body));
        assertTrue(body.next());
        assertEquals("б \".txt", body.fileName());
        assertEquals("\r\n--\r\n-\r\n--Y\r", text(body));
        assertFalse(body.next());
    }

    @Test
    void passesOverWhatIsNotRead() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--X--");
        assertTrue(body.next());
        assertTrue(body.next());
        assertArrayEquals(new byte[0], body.content().readAllBytes());
        assertFalse(body.next());
    }

    @Test
    void refusesAFormThatDoesNotEnd() throws IOException {
        var body = body("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1");
        assertTrue(body.next());
        assertThrows(IOException.class, () -> body.content().transferTo(java.io.OutputStream.nullOutputStream()));
    }

    private static String text(MultipartBody body) throws IOException {
        return new String(body.content().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static MultipartBody body(String text) throws IOException {
        return new MultipartBody(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "X");
    }
}
