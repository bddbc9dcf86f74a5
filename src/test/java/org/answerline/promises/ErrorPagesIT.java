package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees when something is not there or went wrong. */
@Tag("main-loop")
class ErrorPagesIT {
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
        assertErrorPage("en", desk.signUp("Ann").post("/support/", form).expect(413));
    }

    @Test
    void aDatabaseThatIsAwayIsAPageWithoutItsReason() {
        try (var own = Desk.own(setup -> {})) {
            var ann = own.signUp("Ann");
            own.database().kill();
            var page = ann.get("/support/").expect(503);
            assertErrorPage("en", page);
            assertFalse(page.body().contains("Exception"), page.body());
            var problem = ann.get("/api/feedback/threads/").expect(503);
            assertEquals(503, problem.json().getInt("status"));
        }
    }

    private static void assertErrorPage(String language, Page page) {
        assertEquals(language, page.html().selectFirst("html").attr("lang"));
        assertNotNull(page.html().selectFirst("main h1"));
        assertNotNull(page.html().selectFirst("main a[href=/support/]"));
        assertNotNull(page.headers().firstValue("Content-Security-Policy").orElse(null));
    }
}
