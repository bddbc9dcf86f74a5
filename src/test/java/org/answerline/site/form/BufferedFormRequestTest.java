package org.answerline.site.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BufferedFormRequestTest {

    /** A request without a query, parameters or headers. */
    private final HttpServletRequest empty = (HttpServletRequest) Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> null);

    private final BufferedFormRequest request = new BufferedFormRequest(empty, Map.of("a", List.of("b c")));

    @Test
    void theBodyIsTheForm() throws IOException {
        assertEquals("a=b+c", new String(request.getInputStream().readAllBytes(), UTF_8));
        assertEquals(5, request.getContentLength());
        assertEquals("5", request.getHeader("content-length"));
    }

    @Test
    void theBodyEndsAlsoForAReaderThatAsksForTheStreamBeforeEachByte() throws IOException {
        for (int expected : "a=b+c".getBytes(UTF_8)) {
            assertEquals(expected, request.getInputStream().read());
        }
        assertEquals(-1, request.getInputStream().read());
    }
}
