package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a proxy says about a request is believed when the proxy is trusted, and from nobody else. */
@UsesDesk(value = SharedDesk.SHORT_TIMEOUT, together = SharedDesk.USUAL_TOGETHER)
class ForwardedHeadersIT {

    @Test
    void aTrustedProxyMakesTheSiteHttps() {
        var desk = SharedDesk.USUAL_TOGETHER.desk();
        var page = forwarded(desk, "/account/sign-in/");
        assertEquals("max-age=31536000", header(page, "Strict-Transport-Security"));
        assertEquals("proxy-1", header(page, "X-Request-Id"));
        assertTrue(header(forwarded(desk, "/account/"), "Location").startsWith("https://localhost"));
        assertTrue(header(signedIn(desk), "Location").startsWith("https://localhost"));
        assertTrue(header(forwarded(desk, "/"), "Location").matches("https://localhost.*|/.*"));
    }

    @Test
    void aStrangerMakesNothing() {
        var desk = SharedDesk.SHORT_TIMEOUT.desk();
        var page = forwarded(desk, "/account/sign-in/");
        assertEquals("", header(page, "Strict-Transport-Security"));
        assertTrue(header(page, "X-Request-Id").matches("[0-9a-f-]{36}"));
        assertTrue(header(forwarded(desk, "/account/"), "Location").startsWith("http://localhost"));
        assertTrue(header(signedIn(desk), "Location").startsWith("http://localhost"));
    }

    @Tag("cookie-by-trust")
    @Test
    void aStrangersSessionIsNotForHttps() {
        var desk = SharedDesk.SHORT_TIMEOUT.desk();
        assertFalse(sessionCookie(signedIn(desk)).contains("; Secure"));
    }

    @Test
    void aTraceOfTheProxyIsTheRequestsName() {
        var visitor = SharedDesk.USUAL_TOGETHER.desk().visitor();
        var traced = visitor.send(visitor.request("/support/")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", header(traced, "X-Request-Id"));
        var forged = visitor.send(visitor.request("/support/").header("X-Request-Id", "a b=c"));
        assertTrue(header(forged, "X-Request-Id").matches("[0-9a-f-]{36}"));
    }

    private static Page forwarded(Desk desk, String path) {
        var visitor = desk.visitor();
        return visitor.send(
                visitor.request(path).header("X-Forwarded-Proto", "https").header("X-Request-Id", "proxy-1"));
    }

    /** The redirect after signing in, whose session cookie no browser would give back over http. */
    private static Page signedIn(Desk desk) {
        var ann = desk.signedIn("Forwarded Ann");
        var browser = desk.visitor();
        var page = browser.send(browser.request("/account/sign-in/").header("X-Forwarded-Proto", "https"));
        var form = page.form(Map.of("email", ann.email(), "password", Browser.PASSWORD));
        // Its name says over https that it is for this host alone; the test's browser would not send it over http.
        var token = page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("form_token="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        return browser.send(browser.request("/account/sign-in/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-Proto", "https")
                        .header("Cookie", token)
                        .POST(BodyPublishers.ofString(Forms.encode(form.fields()))))
                .expect(303);
    }

    private static String sessionCookie(Page page) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
    }

    private static String header(Page page, String name) {
        return page.headers().firstValue(name).orElse("");
    }
}
