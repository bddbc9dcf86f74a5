package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asking through the form, and what the pages show afterwards. */
@Tag("main-loop")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class SupportFormIT {
    private static final String SUPPORT = "/support/";

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @Test
    void aQuestionIsStoredAndTheSuccessPageShowsHowToLink() {
        var ann = desk.signedIn("Ann");
        var sent = ann.follow(ann.ask("Delivery", "Where is it?").expect(303)).expect(200);
        assertTrue(sent.url().getPath().startsWith("/support/sent/"));
        var link = sent.html().getElementById("telegram-link").attr("href");
        var command = sent.html().getElementById("telegram-command").text();
        assertTrue(link.startsWith(desk.telegram().linkUrl().toString()), link);
        assertEquals("/start " + link.substring(link.indexOf("start=") + 6), command);
        assertNotNull(sent.html().selectFirst("svg.qr path"));
    }

    /** What happens next, and how to link Telegram, has to be said once. */
    @Test
    void aFollowUpLeavesItsWriterInTheConversation() {
        var ann = desk.signedIn("Ann");
        ann.ask("", "The first").expect(303);
        var thread = ann.get(SUPPORT).html();
        assertNull(thread.getElementById("sent"));
        assertEquals("Your conversation", thread.select("h1").text());
        var sent = ann.follow(ann.ask("", "One more thing").expect(303)).expect(200);
        assertEquals(SUPPORT, sent.url().getPath());
        assertEquals("Sent", sent.html().getElementById("sent").text());
        assertTrue(sent.html().title().startsWith("Sent"), sent.html().title());
        assertEquals(
                "One more thing",
                sent.html().select(".days .message .text").last().text());
    }

    /** A delivered message says nothing about it; only what is not as it should be is said. */
    @Test
    void whatIsAsItShouldBeIsNotSaid() {
        var ann = Customer.of(desk, "Ann");
        var question = Customer.words("Where is it?");
        ann.asks(question);
        var operator = new Operator(desk);
        operator.reply(operator.sees(question), "On its way.");
        Await.until("the answer", () -> ann.threadTexts().contains("On its way."));
        Await.until("delivered", () -> ann.thread().get(0).getString("delivery").equals("delivered"));
        var page = ann.browser().get(SUPPORT).html();
        assertEquals(2, page.select(".days .message").size());
        assertEquals(List.of(), page.select(".days .state").eachText());
        assertFalse(page.select(".days .message").text().contains("Telegram"));
        assertEquals(1, page.select("[data-when-linked=no]:not([hidden])").size(), "said once for all answers");
    }

    @Test
    void theNavigationMarksWhereTheReaderIs() {
        var ann = desk.signedIn("Ann");
        for (var path : new String[] {SUPPORT, "/account/telegram/", "/account/", "/account/sign-out/"}) {
            var here = ann.get(path).html().select("nav a[aria-current=page]");
            assertEquals(path, here.attr("href"));
        }
        assertEquals(
                "/account/",
                ann.get("/account/data/")
                        .html()
                        .select("nav a[aria-current=true]")
                        .attr("href"));
    }

    /** As gov.uk does: "Error" comes first in the title, and each empty field has its own message and its own link. */
    @Test
    void everyEmptyFieldIsNamedInItsPlace() {
        var visitor = desk.visitor();
        wrong(visitor, "/account/sign-in/", "email", "password");
        wrong(visitor, "/account/sign-up/", "email", "full_name", "password");
        var ann = desk.signedIn("Ann");
        wrong(ann, SUPPORT, "message");
        wrong(ann, "/account/password/", "old_password", "password");
        wrong(ann, "/account/data/erase/", "password");
    }

    private static void wrong(Browser browser, String path, String... fields) {
        var page = browser.submit(browser.get(path), Map.of()).expect(422).html();
        assertTrue(page.title().startsWith("Error: "), page.title());
        assertEquals(
                List.of(fields),
                page.select("#errors a").eachAttr("href").stream()
                        .map(link -> link.substring(1))
                        .toList());
        for (var field : fields) {
            assertEquals("true", page.getElementById(field).attr("aria-invalid"), field);
            assertEquals(1, page.select("#" + field + "-error").size(), field);
        }
    }

    @Test
    void theConversationShowsWhatWasTypedAndNothingElse() {
        var ann = desk.signedIn("Ann");
        ann.ask("<b>1</b>", "line one\r\nline <script>two</script> \uD83D\uDE4F שלום")
                .expect(303);
        var message = ann.get(SUPPORT).expect(200).html().selectFirst(".message");
        assertEquals("<b>1</b>", message.selectFirst(".subject").text());
        assertEquals(
                "line one\nline <script>two</script> \uD83D\uDE4F שלום",
                message.selectFirst(".text").wholeText());
        assertTrue(desk.signedIn("Bob")
                .get(SUPPORT)
                .html()
                .select(".days .message")
                .isEmpty());
    }

    @Test
    void wrongFieldsAreNamedAndWhatWasTypedIsKept() {
        var ann = desk.signedIn("Ann");
        var page = ann.ask("x".repeat(201), " \u200B\n").expect(422);
        assertEquals("x".repeat(201), page.html().getElementById("subject").val());
        assertEquals(2, page.html().select("#errors a").size());
        var tooLong = ann.ask("", "я".repeat(4001)).expect(422);
        assertEquals("я".repeat(4001), tooLong.html().getElementById("message").val());
        assertTrue(ann.get(SUPPORT).html().select(".days .message").isEmpty());
    }

    @Test
    void theLongestMessageIsTakenWhole() {
        var ann = desk.signedIn("Ann");
        ann.ask("s".repeat(200), "\uD83D\uDE4F".repeat(4000)).expect(303);
        var text = ann.get(SUPPORT).html().selectFirst(".message .text").wholeText();
        assertEquals(4000, text.codePointCount(0, text.length()));
    }

    @Test
    void whatTheDatabaseRefusesIsDropped() {
        var ann = desk.signedIn("Ann");
        ann.ask("", "a\u0000b").expect(303);
        assertEquals("ab", ann.get(SUPPORT).html().selectFirst(".message .text").wholeText());
    }

    @Test
    void aLostSessionLosesNoText() {
        var ann = desk.signedIn("Ann");
        var page = ann.get(SUPPORT);
        ann.cookies().getCookieStore().removeAll();
        var lost = ann.submit(page, Map.of("subject", "Delivery", "message", "A long\nquestion"))
                .expect(403);
        assertEquals(
                "A long\nquestion",
                lost.html().getElementById("message").wholeText().strip());
    }

    @Test
    void aForgedFormDoesNothingAndCanBeSentForReal() {
        var ann = desk.signedIn("Ann");
        var refused = ann.post(SUPPORT, Map.of("message", "forged")).expect(403);
        assertTrue(ann.get(SUPPORT).html().select(".days .message").isEmpty());
        ann.submit(refused, Map.of("message", "meant")).expect(303);
        assertEquals(
                "meant", ann.get(SUPPORT).html().selectFirst(".message .text").text());
    }

    @Test
    void olderMessagesAreALinkAway() {
        var ann = desk.signedIn("Ann");
        for (int i = 1; i <= 21; i++) {
            ann.submitFeedback("", "message " + i);
        }
        var newest = ann.get(SUPPORT).html();
        assertEquals("message 2", newest.selectFirst(".message .text").text());
        assertEquals("message 21", newest.select(".days .message .text").last().text());
        var older = ann.get(newest.selectFirst("a[rel=next]").attr("href")).html();
        assertEquals(1, older.select(".days .message").size());
        assertEquals("message 1", older.selectFirst(".message .text").text());
        ann.get("/support/?before=nonsense").expect(200);
    }

    @Test
    void pagesFollowTheBrowsersLanguage() {
        var ann = desk.signedIn("Ann");
        var russian = ann.send(ann.request(SUPPORT).header("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8"));
        assertEquals("ru", russian.html().selectFirst("html").attr("lang"));
        var german = ann.send(ann.request(SUPPORT).header("Accept-Language", "de"));
        assertEquals("en", german.html().selectFirst("html").attr("lang"));
    }

    @Test
    void theTelegramPageShowsHowToLink() {
        var page = desk.signedIn("Ann").get("/account/telegram/").expect(200);
        assertNotNull(page.html().getElementById("telegram-command"));
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        var page = desk.signedIn("Ann").get(SUPPORT);
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(page.html().select("[style], style, script:not([src])").isEmpty());
        assertFalse(page.headers().firstValue("Server").isPresent());
        var sheet = page.html().selectFirst("link[rel=stylesheet]").attr("href");
        var caching = desk.visitor().get(sheet).expect(200).headers().firstValue("Cache-Control");
        assertTrue(caching.orElseThrow().contains("immutable"));
        var ofAnotherVersion =
                desk.visitor().get(sheet.replaceFirst("v=.*", "v=0")).expect(200);
        assertEquals(
                "no-store",
                ofAnotherVersion.headers().firstValue("Cache-Control").orElseThrow());
    }
}
