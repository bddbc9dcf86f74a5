package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer, whatever it is, tells the browser what to refuse. */
@Tag("main-loop")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class SecurityHeadersIT {
    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/sign-in/",
                "/api/feedback/threads/",
                "/api/openapi.json",
                "/assets/thread.js",
                "/nothing"
            })
    void everyAnswerIsGuarded(String path) {
        var plain = desk.visitor().get(path);
        assertTrue(header(plain, "Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertTrue(header(plain, "Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("nosniff", header(plain, "X-Content-Type-Options"));
        assertEquals("same-origin", header(plain, "Referrer-Policy"));
        assertEquals("", header(plain, "Strict-Transport-Security"));
        assertTrue(header(plain, "X-Request-Id").matches("[0-9a-f-]{36}"));
        var visitor = desk.visitor();
        var https = visitor.send(
                visitor.request(path).header("X-Forwarded-Proto", "https").header("X-Request-Id", "proxy-1"));
        assertEquals("proxy-1", header(https, "X-Request-Id"));
        assertEquals("max-age=31536000", header(https, "Strict-Transport-Security"));
    }

    /** Open Liberty is told once for all, by COOKIE_SECURE. */
    @Tag("cookie-by-https")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionMadeByHttpsStaysThere(boolean https) {
        var visitor = desk.visitor();
        var request = visitor.request("/account/sign-in/");
        var page = visitor.send(https ? request.header("X-Forwarded-Proto", "https") : request);
        var cookies = page.headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (var cookie : cookies) {
            assertEquals(https, cookie.startsWith("__Host-form_token="), cookie.replaceFirst("=[^;]*", "=…"));
            assertEquals(
                    https, cookie.toLowerCase(Locale.ROOT).contains("; secure"), cookie.replaceFirst("=[^;]*", "=…"));
        }
    }

    private static String header(Page page, String name) {
        return page.headers().firstValue(name).orElse("");
    }
}
