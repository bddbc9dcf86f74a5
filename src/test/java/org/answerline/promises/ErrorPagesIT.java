package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees when something is not there or went wrong. */
@Tag("main-loop")
class ErrorPagesIT {
    private static final String SUBMIT = "/api/feedback/submit/";

    private final Desk desk = Desk.shared();

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
        var form = Map.of("message", "a".repeat(200_000));
        assertErrorPage("en", desk.signedIn("Ann").post("/support/", form).expect(413));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidInWordsAndNothingTypedIsLost() {
        try (var own = Desk.own(setup -> {})) {
            var ann = own.signedIn("Ann");
            var api = ApiDescription.of(own);
            var signUp = own.visitor();
            var newcomersForm = signUp.get("/account/sign-up/");
            var signIn = own.visitor();
            var knownForm = signIn.get("/account/sign-in/");
            own.database().kill();

            var page = ann.get("/support/").expect(503);
            assertErrorPage("en", page);
            assertFalse(page.body().contains("Exception"), page.body());
            var question = ann.post(SUBMIT, "application/json", "{\"message\":\"hello\"}");
            var problem = api.assertPromised("post", SUBMIT, question).expect(503);
            assertEquals(503, problem.json().getInt("status"));
            assertKept(signUp.submit(
                    newcomersForm,
                    Map.of("email", "bob@example.org", "full_name", "Bob Patient", "password", Browser.PASSWORD)));
            assertKept(signIn.submit(knownForm, Map.of("email", "bob@example.org", "password", Browser.PASSWORD)));
        }
    }

    private static void assertKept(Page page) {
        var form = page.expect(503).html().selectFirst("main form");
        assertEquals("bob@example.org", form.selectFirst("[name=email]").val());
        assertEquals("", form.selectFirst("[name=password]").val());
        var name = form.selectFirst("[name=full_name]");
        assertTrue(name == null || name.val().equals("Bob Patient"), form.html());
        assertTrue(page.html().selectFirst(".summary").text().contains("We are away for a moment"), form.html());
        assertTrue(page.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    }

    private static void assertErrorPage(String language, Page page) {
        assertEquals(language, page.html().selectFirst("html").attr("lang"));
        assertNotNull(page.html().selectFirst("main h1"));
        assertNotNull(page.html().selectFirst("main a[href=/support/]"));
        assertNotNull(page.headers().firstValue("Content-Security-Policy").orElse(null));
    }
}
