package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening an account, signing in and out, and what guessing costs. */
@Tag("main-loop")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class SignUpAndSignInIT {
    private static final String SIGN_IN = "/account/sign-in/";
    private static final String SIGN_UP = "/account/sign-up/";

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @Test
    void signedOutTheAccountLeadsToSignInAndBack() {
        var ann = desk.signUp("Ann");
        var visitor = desk.visitor();
        var signIn = visitor.follow(visitor.get("/account/").expect(303));
        assertEquals("/account/sign-in/?next=/account/", path(signIn));
        var back = visitor.submit(signIn, Map.of("email", ann.email(), "password", Browser.PASSWORD));
        assertEquals("/account/", visitor.follow(back.expect(303)).url().getPath());
    }

    @Test
    void signUpSignsInAtOnce() {
        desk.signUp("Ann").get("/support/").expect(200);
    }

    @Test
    void everyWrongFieldIsNamedAndWhatWasTypedIsKept() {
        var page = desk.visitor()
                .submit(SIGN_UP, Map.of("email", "ann", "full_name", "\u200B", "password", "short"))
                .expect(422);
        var html = page.html();
        assertEquals("ann", html.getElementById("email").val());
        assertEquals("", html.getElementById("password").val());
        for (var field : new String[] {"email", "full_name", "password"}) {
            assertEquals(1, html.select("#errors a[href=#" + field + "]").size());
            assertTrue(html.getElementById(field).attr("aria-describedby").contains(field + "-error"));
        }
    }

    @Test
    void anAddressIsTakenHoweverItIsTyped() {
        var ann = desk.signUp("Ann");
        var again = Map.of("email", ann.email().toUpperCase(), "full_name", "Bob", "password", Browser.PASSWORD);
        var page = desk.visitor().submit(SIGN_UP, again).expect(422);
        assertEquals(1, page.html().select("#email-error").size());
    }

    @Test
    void aPasswordIsTheSameFromEveryKeyboard() {
        var composed = "p\u00E4ssw\u00F6rter";
        var typed = address();
        desk.visitor()
                .submit(SIGN_UP, Map.of("email", typed, "full_name", "Ann", "password", composed))
                .expect(303);
        var decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        desk.visitor()
                .submit(SIGN_IN, Map.of("email", typed, "password", decomposed))
                .expect(303);
    }

    @Test
    void passwordsAreKeptAsSlowSaltedHashes() {
        var ann = desk.signUp("Ann");
        var bob = desk.signUp("Bob");
        var hashes =
                desk.database().sql("select password_hash from users where email in (?, ?)", ann.email(), bob.email());
        assertTrue(hashes.get(0).get("password_hash").toString().startsWith("PBKDF2WithHmacSHA512:210000:"));
        assertNotEquals(hashes.get(0), hashes.get(1));
    }

    @Test
    void wrongPasswordAndUnknownAddressGiveTheSameAnswer() {
        var ann = desk.signUp("Ann");
        assertEquals(refusal(ann.email()), refusal(address()));
    }

    @Test
    void guessingSlowsDownEvenForTheRightPassword() {
        var ann = desk.signUp("Ann");
        for (int i = 0; i < 5; i++) {
            refusal(ann.email());
        }
        var page = desk.visitor().signIn(ann.email()).expect(429);
        assertTrue(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()) <= 31);
        assertTrue(page.html().getElementById("email-error").text().contains("seconds"));
        forgetFailures();
    }

    @Test
    void aStrangersGuessesDoNotKeepTheOwnerOut() {
        var ann = desk.signUp("Ann");
        for (int i = 0; i < 5; i++) {
            refusal(ann.email());
        }
        desk.visitor().signIn(ann.email()).expect(429);
        var elsewhere = desk.visitor();
        var form = elsewhere.get(SIGN_IN).form(Map.of("email", ann.email(), "password", Browser.PASSWORD));
        elsewhere
                .send(elsewhere
                        .request(SIGN_IN)
                        .header("X-Forwarded-For", "198.51.100.7")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Forms.encode(form.fields()))))
                .expect(303);
        forgetFailures();
    }

    @Test
    void theRightPasswordForgivesWhatWentBefore() {
        var ann = desk.signUp("Ann");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                refusal(ann.email());
            }
            desk.visitor().signIn(ann.email()).expect(303);
        }
        forgetFailures();
    }

    @Test
    void signingInGivesANewSession() {
        var ann = desk.signUp("Ann");
        var browser = desk.visitor();
        browser.get(SIGN_IN);
        var before = browser.cookies().getCookieStore().getCookies().toString();
        browser.signIn(ann.email()).expect(303);
        assertNotEquals(before, browser.cookies().getCookieStore().getCookies().toString());
    }

    @Test
    void theCookieIsForThisSiteOnly() {
        var visitor = desk.visitor();
        assertCookie("form_token=", visitor.get(SIGN_IN));
        var fields = Map.of("email", address(), "full_name", "Ann", "password", Browser.PASSWORD);
        assertCookie("JSESSIONID=", visitor.submit(SIGN_UP, fields).expect(303));
    }

    @Test
    void signingOutTakesAPressOfAButton() {
        var ann = desk.signUp("Ann");
        ann.get("/account/sign-out/").expect(200);
        ann.get("/support/").expect(200);
        var done = ann.follow(ann.submit("/account/sign-out/", Map.of()).expect(303))
                .expect(200);
        assertEquals("You are signed out", done.html().select("h1").text());
        ann.get("/account/").expect(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"})
    void noLinkLeadsAwayFromTheSite(String next) {
        var ann = desk.signUp("Ann");
        var fields = Map.of("email", ann.email(), "password", Browser.PASSWORD, "next", next);
        var page = desk.visitor().submit(SIGN_IN, fields).expect(303);
        assertEquals(desk.url() + "/support/", page.location().orElseThrow().toString());
    }

    private String refusal(String email) {
        var page = desk.visitor()
                .submit(SIGN_IN, Map.of("email", email, "password", "a wrong one"))
                .expect(422);
        return page.html().getElementById("email-error").text();
    }

    // All tests come from one address, which must not have to wait for the sake of the others.
    private void forgetFailures() {
        desk.database().sql("delete from sign_in_failures");
    }

    private static void assertCookie(String name, Page page) {
        var cookies = page.headers().allValues("Set-Cookie");
        assertTrue(cookies.stream().allMatch(cookie -> cookie.contains("HttpOnly")), cookies.toString());
        // With sessions shared between nodes a second cookie counts their versions; it opens nothing.
        var session = cookies.stream().filter(cookie -> cookie.startsWith(name)).toList();
        // Open Liberty sends the cookie of the session before as well when a session gets a new id.
        boolean isLiberty = "liberty".equals(System.getProperty("answerline.server.kind"));
        assertEquals(isLiberty ? session.size() : 1, session.size());
        assertNotEquals(0, session.size());
        assertTrue(session.stream().allMatch(cookie -> cookie.contains("; SameSite=Lax")), session.toString());
    }

    private static String path(Page page) {
        return page.url().getPath() + "?" + page.url().getQuery();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }
}
