package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees when something is not there or went wrong. */
@Tag("main-loop")
@UsesDesk({SharedDesk.USUAL, SharedDesk.INTERRUPTED})
class ErrorPagesIT {
    private static final String SIGN_IN = "/account/sign-in/";
    private static final String SIGN_UP = "/account/sign-up/";
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String SECRET = "not for any page";

    private final Desk desk = SharedDesk.USUAL.desk();

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/support/nothing/", "/account/nothing/", "/assets/none.css", "/error/"})
    void whatIsNotThereIsAPageInTheReadersLanguage(String path) {
        var visitor = desk.visitor();
        assertErrorPage("en", visitor.get(path).expect(404));
        assertErrorPage(
                "ru",
                visitor.send(visitor.request(path).header("Accept-Language", "ru"))
                        .expect(404));
    }

    /** WildFly answers this itself, without a page. */
    @Test
    void whatLiesInsideIsNotThere() {
        assertFalse(desk.visitor().get("/WEB-INF/web.xml").expect(404).body().contains("web-app"));
    }

    @Test
    void aWrongMethodIsAPage() {
        var visitor = desk.visitor();
        var request = visitor.request("/support/").PUT(BodyPublishers.ofString("x"));
        assertErrorPage("en", visitor.send(request).expect(405));
    }

    @Test
    void aFormTooLongIsAPage() {
        var form = Map.of("subject", "Printer", "message", "Words ".repeat(40_000));
        var page = desk.signedIn("Ann").post("/support/", form).expect(413);
        assertErrorPage("en", page);
        assertEquals("Printer", page.html().getElementById("subject").val());
        assertEquals(
                "Words ".repeat(40_000).strip(),
                page.html().getElementById("message").wholeText().strip());
    }

    @Test
    void aFormWithFilesThatIsTooLongGivesItsTextBack() {
        var ann = desk.signedIn("Ann");
        var text = "слово".repeat(60_000);
        var form = ann.get("/support/").form(Map.of("subject", "Printer", "message", text));
        var page = ann.submitWithFiles(form, Map.of("a.txt", SampleFiles.text("a")))
                .expect(413);
        assertErrorPage("en", page);
        assertEquals("Printer", page.html().getElementById("subject").val());
        assertEquals(text, page.html().getElementById("message").wholeText().strip());
    }

    /** No more than a mebibyte of a request is kept: the beginning of a text of books is. */
    @Test
    void aFormOfSeveralMegabytesGivesTheBeginningOfItsTextBack() {
        var ann = desk.signedIn("Ann");
        var text = "слово".repeat(400_000);
        var plain = ann.post("/support/", Map.of("message", text)).expect(413).html();
        var form = ann.get("/support/").form(Map.of("message", text));
        var files = ann.submitWithFiles(form, Map.of("a.txt", SampleFiles.text("a")))
                .expect(413)
                .html();
        for (var page : java.util.List.of(plain, files)) {
            var kept = page.getElementById("message").wholeText().strip();
            assertTrue(kept.length() > 80_000, "" + kept.length());
            assertTrue(text.startsWith(kept), kept.substring(kept.length() - 20));
        }
    }

    @Test
    void aDatabaseThatIsAwayIsAPageWithoutItsReason() {
        var own = SharedDesk.INTERRUPTED.desk();
        var ann = own.signedIn("Ann");
        var password = ann.get("/account/password/");
        var asking = ann.get("/support/").form(Map.of("message", "Words to keep"));
        var bob = own.visitor();
        var signIn = bob.get(SIGN_IN + "?next=/account/telegram/");
        var signUp = bob.get(SIGN_UP);
        var api = ApiDescription.of(own);
        own.database().kill();
        try {
            var page = ann.get("/support/").expect(503);
            assertErrorPage("en", page);
            assertFalse(page.body().contains("Exception"), page.body());
            var kept = ann.submitWithFiles(asking, Map.of("a.txt", SampleFiles.text("a")))
                    .expect(503)
                    .html();
            assertEquals(
                    "Words to keep", kept.getElementById("message").wholeText().strip());
            assertNotNull(kept.selectFirst("main form button[type=submit]"));
            var question = ann.post(SUBMIT, "application/json", "{\"message\":\"hello\"}");
            assertEquals(
                    503,
                    api.assertPromised("post", SUBMIT, question)
                            .expect(503)
                            .json()
                            .getInt("status"));

            var again = assertGivenBack(bob.submit(signIn, Map.of("email", "b@example.org", "password", SECRET)));
            assertEquals("/account/telegram/", again.select("[name=next]").val());
            assertGivenBack(
                    bob.submit(signUp, Map.of("email", "b@example.org", "full_name", "Bob", "password", SECRET)));
            assertGivenBack(ann.submit(password, Map.of("old_password", Browser.PASSWORD, "password", SECRET)));
            var form = again.selectFirst("main form");
            var russian = bob.request(SIGN_IN)
                    .header("Accept-Language", "ru")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Forms.encode(Map.of(
                            "_csrf",
                            form.select("[name=_csrf]").val(),
                            "email",
                            "b@example.org",
                            "password",
                            SECRET))));
            var page503 = bob.send(russian).expect(503);
            assertEquals("Вход", page503.html().select("main h1").text());
            assertEquals("b@example.org", page503.html().getElementById("email").val());
        } finally {
            own.restartDatabase();
        }
    }

    @Test
    void aDatabaseThatIsFullKeepsWhatWasTypedForAnAccount() {
        desk.database()
                .sql("create function is_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$");
        desk.database()
                .sql("create trigger is_full before insert on users for each row"
                        + " when (new.full_name = 'Full') execute function is_full()");
        var visitor = desk.visitor();
        var typed = Map.of("email", UUID.randomUUID() + "@example.org", "full_name", "Full", "password", SECRET);
        var page = visitor.submit(SIGN_UP, typed);
        assertGivenBack(page);
        assertEquals("Full", page.html().getElementById("full_name").val());
        desk.database().sql("drop trigger is_full on users");
        visitor.submit(page, Map.of("email", typed.get("email"), "full_name", "Full", "password", SECRET))
                .expect(303);
        visitor.get("/support/").expect(200);
    }

    @Test
    void aSessionThatIsOverKeepsWhatWasTypedForAnAccount() {
        var visitor = desk.visitor();
        var form = visitor.get(SIGN_IN);
        visitor.cookies().getCookieStore().removeAll();
        var page = visitor.submit(form, Map.of("email", "ann@example.org", "password", SECRET))
                .expect(403);
        assertEquals("ann@example.org", page.html().getElementById("email").val());
        assertFalse(page.body().contains(SECRET), page.body());
        visitor.submit(page, Map.of("email", "ann@example.org", "password", SECRET))
                .expect(422);
    }

    private static Document assertGivenBack(Page page) {
        assertEquals("5", page.expect(503).headers().firstValue("Retry-After").orElseThrow());
        var words = org.answerline.platform.text.Texts.in("en").get("error.form.away");
        assertTrue(page.html().select("main p.lead").text().startsWith(words), page.body());
        assertNotNull(page.html().selectFirst("main form button[type=submit]"));
        assertFalse(page.body().contains(SECRET) || page.body().contains(Browser.PASSWORD), page.body());
        return page.html();
    }

    private static void assertErrorPage(String language, Page page) {
        assertEquals(language, page.html().selectFirst("html").attr("lang"));
        assertNotNull(page.html().selectFirst("main h1"));
        assertNotNull(page.html().selectFirst("main a[href=/support/]"));
        assertNotNull(page.headers().firstValue("Content-Security-Policy").orElse(null));
    }
}
