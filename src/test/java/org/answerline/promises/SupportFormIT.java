package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asking through the form, and what the pages show afterwards. */
@Tag("main-loop")
class SupportFormIT {
    private static final String SUPPORT = "/support/";

    private final Desk desk = Desk.shared();

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
        assertEquals("message 21", newest.selectFirst(".message .text").text());
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
    }
}
