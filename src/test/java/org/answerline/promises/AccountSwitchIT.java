package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tab that one person left open reads and writes nothing in the name of the next who signs in in this browser. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class AccountSwitchIT {
    private static final String THREADS = "/api/feedback/threads/";
    private static final String SUPPORT = "/support/";
    private static final Map<String, String> TYPED = Map.of("subject", "", "message", "Typed by Ann");

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();
    private final Browser browser = desk.visitor();
    private Page formOfASecondTab;
    private Page signInOfAThirdTab;
    private long ann;

    @BeforeEach
    void annIsIn() {
        formOfASecondTab = browser.get("/account/sign-up/").expect(200);
        signInOfAThirdTab = browser.get("/account/sign-in/").expect(200);
        browser.signIn(desk.account("Ann")).expect(303);
        ann = user();
    }

    /** Nobody has signed out: the form for it lay open in a second tab. */
    private void bobSignsIn() {
        var bob = Map.of("email", UUID.randomUUID() + "@example.org", "full_name", "Bob", "password", Browser.PASSWORD);
        browser.submit(formOfASecondTab, bob).expect(303);
    }

    @Test
    void theOldTabsStreamEndsAndIsNotResumed() {
        try (var stream = browser.listen()) {
            bobSignsIn();
            Await.until("the end of Ann's stream", stream::isOver);
            assertOther(browser.get("/api/feedback/events/?last_event_id=1&user=" + ann));
        }
    }

    /** What is open under the session's old id could not be ended by signing out later; it comes again under the new one. */
    @Test
    void theSamePersonsStreamOpensAnewWhenTheySignInAgain() {
        try (var stream = browser.listen()) {
            browser.submit(signInOfAThirdTab, Map.of("email", browser.email(), "password", Browser.PASSWORD))
                    .expect(303);
            Await.until("the end of the stream", stream::isOver);
            assertEquals(ann, user());
        }
        try (var again = browser.listen()) {
            browser.submit("/account/sign-out/", Map.of()).expect(303);
            Await.until("the end of the stream", again::isOver);
        }
    }

    @Test
    void everyCallOfTheOldTabIsRefused() {
        bobSignsIn();
        var forAnn = "?user=" + ann;
        assertOther(browser.get(THREADS + forAnn));
        assertOther(browser.post("/api/feedback/submit/" + forAnn, "application/json", "{\"message\":\"by Ann\"}"));
        assertOther(browser.send(browser.request("/api/feedback/files/" + forAnn + "&name=a.txt")
                .POST(BodyPublishers.ofString("of Ann"))));
        assertNothingOfBobs();
        browser.get(THREADS + "?user=" + user()).expect(200);
        desk.visitor().get(THREADS + forAnn).expect(401);
    }

    @Test
    void theFormOfTheOldTabIsGivenBackAndSentOnlyByASecondPress() {
        var old = browser.get(SUPPORT).expect(200);
        bobSignsIn();
        var back = browser.submit(old, TYPED).expect(403);
        assertEquals(
                "Typed by Ann",
                back.html().selectFirst("textarea[name=message]").val());
        assertTrue(back.html().select("main").text().contains("in the name of Bob"), back.body());
        assertNothingOfBobs();
        browser.submit(back, TYPED).expect(303);
        browser.submit(back, TYPED).expect(303);
        assertEquals(1, browser.thread().getJsonArray("messages").size());
    }

    @Test
    void theFilesOfTheOldFormAreNotKept() {
        var old = browser.get(SUPPORT).expect(200).form(TYPED);
        bobSignsIn();
        var form = new Multipart();
        old.fields().forEach(form::field);
        form.file("files", "a.txt", "of Ann".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        browser.send(browser.request(SUPPORT)
                        .header("Content-Type", form.type())
                        .POST(BodyPublishers.ofByteArray(form.body())))
                .expect(403);
        assertNothingOfBobs();
    }

    @Test
    void theOldTabCannotSignTheOtherOutNorUnlinkThem() {
        var signOut = browser.get("/account/sign-out/").expect(200);
        bobSignsIn();
        browser.submit(signOut, Map.of()).expect(403);
        browser.get(SUPPORT).expect(200);
    }

    @Test
    void soItIsAfterSigningOut() {
        var old = browser.get(SUPPORT).expect(200);
        browser.submit("/account/sign-out/", Map.of()).expect(303);
        browser.signUp(UUID.randomUUID() + "@example.org", "Bob");
        var back = browser.submit(old, TYPED).expect(403);
        assertTrue(back.html().select("main").text().contains("in the name of Bob"), back.body());
        assertNothingOfBobs();
    }

    private void assertOther(Page page) {
        assertEquals(409, page.expect(409).json().getInt("status"));
    }

    private void assertNothingOfBobs() {
        long bob = user();
        assertFalse(bob == ann);
        assertEquals(0, browser.thread().getJsonArray("messages").size());
        assertEquals(List.of(), desk.database().sql("select 1 from attachments where user_id = ?", bob));
    }

    private long user() {
        return browser.thread().getJsonNumber("user").longValue();
    }
}
