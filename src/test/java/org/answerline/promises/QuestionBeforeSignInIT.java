package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is not signed in types first; what was typed and its files are sent once they have signed in, and only in their name. */
@UsesDesk(SharedDesk.USUAL)
class QuestionBeforeSignInIT {
    private static final String SUPPORT = "/support/";
    private static final byte[] FILE = "a file of a visitor".getBytes(StandardCharsets.UTF_8);
    private final Desk desk = SharedDesk.USUAL.desk();
    private final String text = Customer.words("Typed before signing in");

    @Test
    void theQuestionIsSentWithItsFilesAsSoonAsSomebodySignsUp() {
        var ann = desk.visitor();
        var typed = Map.of("subject", "Delivery", "message", text);
        var signIn = ann.follow(ann.askByForm(typed, Map.of("a.txt", FILE)).expect(303))
                .expect(200);
        assertEquals(1, signIn.html().select("#question-kept").size());
        var signUp = ann.get(signIn.html().select(".after a").attr("href")).expect(200);
        assertEquals(1, signUp.html().select("#question-kept").size());
        var fields = Map.of("email", address(), "full_name", "Ann", "password", Browser.PASSWORD);
        var send = ann.submit(signUp, fields).expect(303);
        var sent = ann.follow(send).expect(303);
        ann.follow(sent).expect(200);
        assertTrue(new Operator(desk).sees(text).text().contains("Delivery"));
        // Pressing Back and reloading.
        assertEquals(sent.location(), ann.follow(send).expect(303).location());
        var messages = ann.thread().getJsonArray("messages");
        assertEquals(1, messages.size());
        var files = messages.getJsonObject(0).getJsonArray("files");
        assertEquals("a.txt", files.getJsonObject(0).getString("name"));
        assertEquals(1, files.size());
        assertEquals(
                "",
                ann.get(SUPPORT).html().getElementById("message").wholeText().strip());
    }

    @Test
    void theFormKeepsTheQuestionUntilTheUserHasSignedIn() {
        var ann = desk.visitor();
        var email = desk.account("Ann");
        var path = ann.ask("", text).expect(303).location().orElseThrow().toString();
        assertEquals(
                text,
                ann.get(SUPPORT)
                        .expect(200)
                        .html()
                        .getElementById("message")
                        .wholeText()
                        .strip());
        ann.submit(path, Map.of("email", email, "password", "a wrong one")).expect(422);
        var send = ann.submit(path, Map.of("email", email, "password", Browser.PASSWORD))
                .expect(303);
        ann.follow(ann.follow(send).expect(303)).expect(200);
        assertEquals(1, ann.thread().getJsonArray("messages").size());
    }

    @Test
    void whatHasToBeChangedIsSaidBeforeAnybodySignsInAndTheFilesAreKept() {
        var ann = desk.visitor();
        var page = ann.askByForm(Map.of("subject", "", "message", " "), Map.of("a.txt", FILE))
                .expect(422);
        assertEquals(1, page.html().select("#message-error").size());
        var id = page.html().select("input[name=file]").val();
        assertFalse(id.isEmpty());
        var again = ann.get(SUPPORT).expect(200);
        assertEquals(id, again.html().select("input[name=file]").val());
        var path = ann.submit(again, Map.of("message", text, "file", id))
                .expect(303)
                .location()
                .orElseThrow()
                .toString();
        var send = ann.submit(path, Map.of("email", desk.account("Ann"), "password", Browser.PASSWORD))
                .expect(303);
        ann.follow(send).expect(303);
        var message = ann.thread().getJsonArray("messages").getJsonObject(0);
        assertEquals(1, message.getJsonArray("files").size());
    }

    @Test
    void aFileThatIsTakenBackIsGone() {
        var ann = desk.visitor();
        var page = ann.askByForm(Map.of("subject", "", "message", " "), Map.of("a.txt", FILE))
                .expect(422);
        var id = page.html().select("input[name=file]").val();
        ann.submit(ann.get(SUPPORT), Map.of("message", text)).expect(303);
        assertEquals(List.of(), desk.database().sql("select 1 from attachments where id = ?", id));
    }

    @Test
    void nothingIsSeenOrSentInAnotherBrowser() {
        var ann = desk.visitor();
        var path = ann.askByForm(Map.of("subject", "", "message", text), Map.of("a.txt", FILE))
                .expect(303)
                .location()
                .orElseThrow();
        var eve = desk.signedIn("Eve");
        var send = path.getQuery().replaceFirst("next=", "");
        eve.follow(eve.get(send).expect(303)).expect(200);
        assertEquals(0, eve.thread().getJsonArray("messages").size());
        assertFalse(eve.get(SUPPORT).body().contains(text));
        assertFalse(desk.visitor().get(SUPPORT).body().contains(text));
        var file = desk.database()
                .sql(
                        "select a.id from attachments a join question_drafts d on d.id = a.draft_id where message = ?",
                        text)
                .get(0)
                .get("id");
        eve.get("/api/feedback/files/" + file + "/").expect(404);
        ann.get("/api/feedback/files/" + file + "/").expect(401);
    }

    @Test
    void withoutPressingSendAgainNothingIsSentAndTheTextIsInTheForm() {
        var ann = desk.visitor();
        ann.ask("", text).expect(303);
        ann.signIn(desk.account("Ann")).expect(303);
        assertEquals(0, ann.thread().getJsonArray("messages").size());
        var page = ann.get(SUPPORT).expect(200);
        assertEquals(1, page.html().select("#typed-before").size());
        assertEquals(text, page.html().getElementById("message").wholeText().strip());
        ann.submit(page, Map.of("message", text)).expect(303);
        assertEquals(
                "",
                ann.get(SUPPORT).html().getElementById("message").wholeText().strip());
    }

    @Test
    void signingOutLeavesNothingForTheNextUser() {
        var ann = desk.visitor();
        ann.ask("", text).expect(303);
        ann.signIn(desk.account("Ann")).expect(303);
        assertTrue(ann.get(SUPPORT).body().contains(text));
        ann.submit("/account/sign-out/", Map.of()).expect(303);
        assertFalse(ann.get(SUPPORT).expect(200).body().contains(text));
        ann.signIn(desk.account("Bob")).expect(303);
        assertFalse(ann.get(SUPPORT).body().contains(text));
    }

    @Test
    void aSignedInUsersTextIsNotSentInAnotherName() {
        var browser = desk.visitor();
        var email = desk.account("Ann");
        browser.signIn(email).expect(303);
        var page = browser.get(SUPPORT);
        desk.database()
                .sql("update users set sign_in_generation = sign_in_generation + 1 where email = ? returning 1", email);
        var path = browser.submit(page, Map.of("message", text))
                .expect(303)
                .location()
                .orElseThrow()
                .toString();
        var bob = Map.of("email", desk.account("Bob"), "password", Browser.PASSWORD);
        var send = browser.submit(path, bob).expect(303);
        browser.follow(browser.follow(send)).expect(200);
        assertEquals(0, browser.thread().getJsonArray("messages").size());
        assertFalse(browser.get(SUPPORT).body().contains(text));
    }

    @Test
    void aBrowserWhoseAccountWasErasedElsewhereKeepsItsQuestion() {
        var ann = desk.signedIn("Ann");
        var page = ann.get(SUPPORT);
        erase(ann);
        var form = page.form(Map.of("message", text));
        var path = ann.submitWithFiles(form, Map.of("a.txt", FILE))
                .expect(303)
                .location()
                .orElseThrow()
                .toString();
        assertEquals(
                1, ann.get(path).expect(200).html().select("#question-kept").size());
        var visitor = ann.get(SUPPORT).expect(200).html();
        assertEquals(text, visitor.getElementById("message").wholeText().strip());
        assertEquals(1, visitor.select("main [href='/account/sign-in/']").size());
        assertTrue(visitor.select("[name=reader]").isEmpty(), "the session is ended");
        var bob = Map.of("email", desk.account("Bob"), "password", Browser.PASSWORD);
        ann.follow(ann.submit(path, bob).expect(303)).expect(303);
        var messages = ann.thread().getJsonArray("messages");
        assertEquals(1, messages.size());
        assertEquals(1, messages.getJsonObject(0).getJsonArray("files").size());
    }

    @Test
    void aPageOfABrowserWhoseAccountWasErasedElsewhereIsAVisitors() {
        var ann = desk.signedIn("Ann");
        erase(ann);
        var page = ann.get(SUPPORT).expect(200);
        assertTrue(page.html().select("[name=reader]").isEmpty());
        ann.submit(page, Map.of("message", text)).expect(303);
    }

    private void erase(Browser user) {
        var elsewhere = desk.visitor();
        elsewhere.signIn(user.email()).expect(303);
        elsewhere
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
    }

    @Test
    void aFormWhoseSessionIsOverIsSentAfterSigningInAgain() {
        var ann = desk.signedIn("Ann");
        var page = ann.get(SUPPORT);
        ann.cookies().getCookieStore().removeAll();
        var lost = ann.submit(page, Map.of("message", text)).expect(403);
        var path = ann.submit(lost, Map.of("message", text))
                .expect(303)
                .location()
                .orElseThrow()
                .toString();
        var send = ann.submit(path, Map.of("email", ann.email(), "password", Browser.PASSWORD))
                .expect(303);
        ann.follow(send).expect(303);
        assertEquals(1, ann.thread().getJsonArray("messages").size());
    }

    @Test
    void onlySoMuchIsKeptAndOnlyForSomeTime() {
        var ann = desk.visitor();
        var many = new java.util.LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 11; i++) {
            many.put(i + ".txt", FILE);
        }
        var page = ann.askByForm(Map.of("subject", "", "message", text), many).expect(422);
        assertEquals(10, page.html().select("input[name=file]").size());
        desk.database()
                .sql(
                        "update question_drafts set changed_at = now() - interval '3 hours' where message = ? returning 1",
                        text);
        assertFalse(ann.get(SUPPORT).body().contains(text));
        assertEquals(0, ann.get(SUPPORT).html().select("input[name=file]").size());
    }

    @Test
    void oneAddressFillsNothingUp() {
        for (int i = 0; i < 50; i++) {
            from("192.0.2.50").expect(303);
        }
        var page = from("192.0.2.50").expect(429);
        assertEquals(text, page.html().getElementById("message").wholeText().strip());
        from("192.0.2.51").expect(303);
    }

    @Test
    void theFilesOfOneAddressTakeOnlyAnEighthOfTheSpace() {
        withFile("192.0.2.60").expect(303);
        desk.database()
                .sql(
                        "update attachments set size = 67108864 where draft_id in"
                                + " (select id from question_drafts where message = ?) returning 1",
                        text);
        var page = withFile("192.0.2.60").expect(422);
        assertEquals(text, page.html().getElementById("message").wholeText().strip());
        assertTrue(page.html().selectFirst("#files-error").text().contains("in two hours"), page.body());
        withFile("192.0.2.61").expect(303);
    }

    private Page withFile(String address) {
        var visitor = desk.visitor();
        var form = new Multipart();
        visitor.get(SUPPORT)
                .form(Map.of("subject", "", "message", text))
                .fields()
                .forEach(form::field);
        form.file("files", "a.txt", FILE);
        return visitor.send(visitor.request(SUPPORT)
                .header("X-Forwarded-For", address)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofByteArray(form.body())));
    }

    private Page from(String address) {
        var visitor = desk.visitor();
        var form = visitor.get(SUPPORT).form(Map.of("subject", "", "message", text));
        return visitor.send(visitor.request(SUPPORT)
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encode(form.fields()))));
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }
}
