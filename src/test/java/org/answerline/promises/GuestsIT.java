package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visitors ask without an account, come back to their conversation by a key or a link, and nobody else does. */
@UsesDesk(SharedDesk.MAIL)
class GuestsIT {
    private static final String SUPPORT = "/support/";
    private static final byte[] FILE = "a file of a guest".getBytes(StandardCharsets.UTF_8);
    private static Desk desk;
    private static MailServer mail;

    private final Operator operator = new Operator(desk);
    private final String text = Customer.words("Asked as a guest");

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
        mail = desk.mail();
    }

    @Test
    @Tag("main-loop")
    void aGuestAsksAndReadsTheAnswerInTheSameBrowser() {
        var guest = Guest.of(desk);
        var sent = guest.submit(text).expect(303);
        var cookie = setCookie("guest", sent);
        // The names of attributes are case-insensitive, and servers write them differently.
        var attributes = cookie.toLowerCase(Locale.ROOT);
        assertTrue(Stream.of("; httponly", "; samesite=lax", "; path=/").allMatch(attributes::contains), cookie);
        var page = guest.browser().follow(sent).expect(200).html();
        assertTrue(page.text().contains("Your question has been sent"), page.text());
        assertTrue(
                page.select("ol li").text().contains("We have sent a link to " + guest.email()),
                "how to come back is said before the page is closed");
        var notice = operator.sees(text);
        assertTrue(notice.text().contains("Gast Gerda · " + guest.email() + " (not confirmed)"), notice.text());
        operator.reply(notice, "An answer for a guest");
        Await.until("the answer", () -> guest.browser().get(SUPPORT).body().contains("An answer for a guest"));
        page = guest.browser().get(SUPPORT).html();
        assertTrue(page.getElementById("guest").text().contains(guest.email()), page.text());
        guest.browser()
                .submit(guest.browser().get(SUPPORT), Map.of("message", text + " again"))
                .expect(303);
        operator.sees(text + " again");
    }

    @Test
    @Tag("main-loop")
    void theKeyOpensTheConversationWhenTheSessionIsOver() {
        var guest = Guest.of(desk).asks(text);
        var page = guest.browser().get(SUPPORT);
        keepOnly("guest", guest.browser());
        assertTrue(guest.browser().get(SUPPORT).expect(200).body().contains(text));
        keepOnly("guest", guest.browser());
        assertEquals(1, guest.browser().thread().getJsonArray("messages").size());
        keepOnly("guest", guest.browser());
        // The token of the form went with the session: the text comes back and is sent by the next press.
        var lost =
                guest.browser().submit(page, Map.of("message", text + " later")).expect(403);
        guest.browser().submit(lost, Map.of("message", text + " later")).expect(303);
        assertEquals(2, guest.browser().thread().getJsonArray("messages").size());
    }

    /** More than a body of an anonymous sender may have. */
    @Test
    void theKeyAloneIsEnoughForALargeFile() {
        var guest = Guest.of(desk).asks(text).browser();
        var document = SampleFiles.pdf(300 * 1024);
        keepOnly("guest", guest);
        var file = guest.upload("a.pdf", document).expect(201).json();
        assertEquals(document.length, file.getInt("size"));
        assertArrayEquals(document, guest.download(file.getString("url")).body());
    }

    @Test
    void aKeyThatIsNoneOpensNothingAndIsForgotten() {
        var eve = desk.visitor();
        eve.cookies().getCookieStore().add(desk.url(), cookie("A".repeat(32)));
        var page = eve.get(SUPPORT).expect(200);
        assertEquals(1, page.html().select("[name=challenge]").size());
        var answer = setCookie("guest", page);
        assertTrue(answer.startsWith("guest=;") && answer.contains("Max-Age=0"), answer);
        eve.get("/api/feedback/threads/").expect(401);
    }

    @Test
    void oneGuestNeverSeesAnother() {
        var ann = Guest.of(desk);
        var page = ann.browser().get(SUPPORT);
        var form = page.form(ann.proved(page, text));
        ann.browser().submitWithFiles(form, Map.of("a.txt", FILE)).expect(303);
        var file = ann.browser()
                .thread()
                .getJsonArray("messages")
                .getJsonObject(0)
                .getJsonArray("files")
                .getJsonObject(0)
                .getString("url");
        assertEquals(200, ann.browser().download(file).statusCode());
        var eve = Guest.of(desk, ann.email()).asks(Customer.words("Asked with the same address"));
        assertFalse(eve.browser().get(SUPPORT).body().contains(text));
        assertEquals(1, eve.browser().thread().getJsonArray("messages").size());
        assertEquals(404, eve.browser().download(file).statusCode());
        assertEquals(401, desk.visitor().download(file).statusCode());
    }

    @Test
    @Tag("main-loop")
    void theLinkOfTheMailConfirmsTheAddressOnlyWhenTheButtonIsPressed() {
        var guest = Guest.of(desk).asks(text);
        var link = MailServer.link(mail.awaitLetter(guest.email(), 1));
        assertTrue(link.startsWith("/account/guest/"), link);
        var opened = desk.visitor().get(link).expect(200);
        assertEquals(
                "same-origin", opened.headers().firstValue("Referrer-Policy").orElse(""));
        // Open Liberty adds a directive of its own to a page with a cookie.
        assertTrue(opened.headers().firstValue("Cache-Control").orElse("").startsWith("no-store"));
        assertFalse(isConfirmed(guest), "mail filters open links");
        desk.visitor().post(link, Map.of()).expect(403);
        assertFalse(isConfirmed(guest), "another site can send a form without a token");
        guest.browser().submit(guest.browser().get(link), Map.of()).expect(303);
        assertTrue(isConfirmed(guest));
        guest.browser()
                .submit(guest.browser().get(SUPPORT), Map.of("message", text + " confirmed"))
                .expect(303);
        assertFalse(operator.sees(text + " confirmed").text().contains("(not confirmed)"));
        // On another device, too, and again.
        for (int device = 0; device < 2; device++) {
            var other = desk.visitor();
            assertTrue(other.follow(other.submit(link, Map.of()).expect(303))
                    .body()
                    .contains(text));
        }
        desk.visitor().get(link.replaceFirst("guest/....", "guest/AAAA")).expect(410);
        assertFalse(desk.server().log().contains(link.split("/")[3]));
    }

    @Test
    void whoTypedSomebodyElsesAddressIsOutWhenTheOwnerFollowsTheLink() {
        var stranger = Guest.of(desk).asks(text);
        var linked = Customer.of(desk, stranger.browser()).link();
        var link = MailServer.link(mail.awaitLetter(stranger.email(), 1));
        var owner = desk.visitor();
        owner.follow(owner.submit(link, Map.of()).expect(303)).expect(200);
        stranger.browser().get("/api/feedback/threads/").expect(401);
        assertEquals(
                1,
                stranger.browser()
                        .get(SUPPORT)
                        .html()
                        .select("[name=challenge]")
                        .size());
        operator.reply(operator.sees(text), "For the owner only");
        Await.until("the answer", () -> owner.get(SUPPORT).body().contains("For the owner only"));
        assertEquals(0, linked.received("For the owner only"));
    }

    @Test
    @Tag("main-loop")
    void withoutScriptsTheQuestionWaitsForTheConfirmation() {
        var guest = Guest.of(desk);
        var typed = guest.browser().get(SUPPORT).form(guest.typed(text));
        var page = guest.browser().submitWithFiles(typed, Map.of("a.txt", FILE)).expect(200);
        assertTrue(page.html().text().contains("Check your email"), page.html().text());
        var link = MailServer.link(mail.awaitLetter(guest.email(), 1));
        assertFalse(
                guest.browser().get(SUPPORT).body().contains(text), "the browser does not know the conversation yet");
        assertFalse(MailServer.text(mail.awaitLetter(guest.email(), 1)).contains(text), "no way to send others a text");
        assertEquals(List.of(), desk.database().sql("select 1 from support_messages where text = ?", text));
        var other = desk.visitor();
        var open = other.get(link).expect(200);
        assertEquals(text, open.html().getElementById("question").text());
        assertEquals(List.of(), desk.database().sql("select 1 from support_messages where text = ?", text));
        other.follow(other.submit(open, Map.of()).expect(303)).expect(200);
        var notice = operator.sees(text);
        assertFalse(notice.text().contains("(not confirmed)"), notice.text());
        assertEquals(1, messages(other).getJsonObject(0).getJsonArray("files").size());
        other.submit(link, Map.of()).expect(303);
        assertEquals(1, messages(other).size());
    }

    @Test
    void theFormOfAStrangerDoesNotOpenTheConversationOfTheOwnerOfTheAddress() {
        var stranger = Guest.of(desk);
        var page = stranger.browser().get(SUPPORT);
        var submission = page.html().select("[name=submission]").val();
        stranger.browser().submit(page, stranger.proved(page, text)).expect(303);
        var owner = desk.visitor();
        owner.submit(MailServer.link(mail.awaitLetter(stranger.email(), 1)), Map.of())
                .expect(303);
        var again = Guest.of(desk, stranger.email());
        var fresh = again.browser().get(SUPPORT);
        var fields = new LinkedHashMap<>(again.proved(fresh, text + " again"));
        fields.put("submission", submission);
        again.browser().submit(fresh, fields);
        assertFalse(again.browser().get(SUPPORT).body().contains(text + "<"));
        assertEquals(1, messages(owner).size());
    }

    @Test
    void theFormDoesNotOpenTheConversationAfterSigningOut() {
        var guest = Guest.of(desk);
        var page = guest.browser().get(SUPPORT);
        var submission = page.html().select("[name=submission]").val();
        guest.browser().submit(page, guest.proved(page, text)).expect(303);
        guest.browser().submit("/account/sign-out/", Map.of()).expect(303);
        var fresh = guest.browser().get(SUPPORT);
        var fields = new LinkedHashMap<>(guest.proved(fresh, "Another text"));
        fields.put("submission", submission);
        guest.browser().submit(fresh, fields);
        assertFalse(guest.browser().get(SUPPORT).body().contains(text));
    }

    @Test
    void theButtonSendsOnlyTheQuestionThatWasShown() {
        var stranger = Guest.of(desk);
        var page = stranger.browser().get(SUPPORT);
        stranger.browser().submit(page, stranger.typed(text)).expect(200);
        var link = MailServer.link(mail.awaitLetter(stranger.email(), 1));
        var owner = desk.visitor();
        var shown = owner.get(link).expect(200);
        assertEquals(text, shown.html().getElementById("question").text());
        var other = desk.visitor();
        var fields = new LinkedHashMap<>(stranger.typed(text + " replaced"));
        fields.put("subject", "A subject");
        fields.put("submission", page.html().select("[name=submission]").val());
        other.submitWithFiles(other.get(SUPPORT).form(fields), Map.of("a.txt", FILE))
                .expect(200);
        var instead = owner.submit(shown, Map.of()).expect(200);
        assertEquals(
                text + " replaced", instead.html().getElementById("question").text());
        assertEquals(
                "A subject", instead.html().getElementById("question-subject").text());
        assertEquals("a.txt", instead.html().getElementById("question-files").text());
        owner.submit(instead, Map.of()).expect(303);
        assertEquals(1, messages(owner).size());
    }

    @Test
    @Tag("main-loop")
    void aFormThatIsSentAgainFromTheBrowsersHistoryKeepsItsFiles() {
        var guest = Guest.of(desk);
        var fields = new LinkedHashMap<>(guest.typed(text));
        fields.put("full_name", " ");
        var form = guest.browser().get(SUPPORT).form(fields);
        var refused =
                guest.browser().submitWithFiles(form, Map.of("a.txt", FILE)).expect(422);
        var complete = new LinkedHashMap<>(guest.typed(text));
        complete.put("file", refused.html().select("input[name=file]").val());
        var waits = guest.browser().submit(refused, complete).expect(200);
        assertEquals("a.txt", waits.html().getElementById("files").text());
        complete.put("message", text + " changed");
        var again = guest.browser().submit(refused, complete).expect(200);
        assertEquals("a.txt", again.html().getElementById("files").text());

        var stranger = Guest.of(desk);
        var theirs = stranger.browser().get(SUPPORT).form(Map.of()).fields();
        theirs.putAll(stranger.typed(text + " by somebody else"));
        theirs.put("file", complete.get("file"));
        var other = stranger.browser().post(SUPPORT, theirs).expect(200);
        assertNull(other.html().getElementById("files"), "files of somebody else's question");

        guest.browser()
                .submit(MailServer.link(mail.awaitLetter(guest.email(), 1)), Map.of())
                .expect(303);
        var sent = messages(guest.browser());
        assertEquals(1, sent.size());
        assertEquals(text + " changed", sent.getJsonObject(0).getString("text"));
        assertEquals(1, sent.getJsonObject(0).getJsonArray("files").size());
    }

    @Test
    void aFormFromTheBrowsersHistoryThatIsRefusedSaysThatItsFilesHaveToBeAttachedAgain() {
        var guest = Guest.of(desk);
        var fields = new LinkedHashMap<>(guest.typed(text));
        fields.put("full_name", " ");
        var form = guest.browser().get(SUPPORT).form(fields);
        var refused =
                guest.browser().submitWithFiles(form, Map.of("a.txt", FILE)).expect(422);
        assertNull(refused.html().getElementById("files-error"), "the page has the file");
        var complete = new LinkedHashMap<>(guest.typed(text));
        complete.put("file", refused.html().select("input[name=file]").val());
        guest.browser().submit(refused, complete).expect(200);
        complete.put("full_name", " ");
        var again = guest.browser().submit(refused, complete).expect(422);
        assertEquals(0, again.html().select("input[name=file]").size());
        assertTrue(again.html().getElementById("files-error").text().contains("Attach it again"), again.body());
    }

    @Test
    void aQuestionThatHasWaitedTooLongIsNotConfirmed() {
        var guest = Guest.of(desk);
        guest.browser().submit(guest.browser().get(SUPPORT), guest.typed(text)).expect(200);
        var link = MailServer.link(mail.awaitLetter(guest.email(), 1));
        var owner = desk.visitor();
        var shown = owner.get(link).expect(200);
        desk.database()
                .sql(
                        "update question_drafts set kept_until = now() - interval '1 minute'"
                                + " where user_id = (select id from users where email = ?)",
                        guest.email());
        desk.visitor().get(link).expect(410);
        owner.submit(shown, Map.of()).expect(410);
        assertFalse(isConfirmed(guest));
    }

    @Test
    void aBrowserWhoseSessionWasEndedElsewhereCanAskWithAFile() {
        var stranger = Guest.of(desk).asks(text);
        var owner = desk.visitor();
        owner.submit(MailServer.link(mail.awaitLetter(stranger.email(), 1)), Map.of())
                .expect(303);
        var page = stranger.browser().get(SUPPORT).expect(200);
        assertTrue(setCookie("guest", page).startsWith("guest=;"), "a key that opens nothing is forgotten");
        var form = page.form(stranger.proved(page, text + " with a file"));
        stranger.browser().submitWithFiles(form, Map.of("a.txt", FILE)).expect(303);
        assertEquals(
                1,
                messages(stranger.browser())
                        .getJsonObject(0)
                        .getJsonArray("files")
                        .size());
    }

    @Test
    void aBrowserWhoseAccountWasErasedElsewhereAsksAsAGuest() {
        var guest = Guest.of(desk);
        var email = desk.account("Ann");
        guest.browser().signIn(email).expect(303);
        var page = guest.browser().get(SUPPORT).expect(200);
        var elsewhere = desk.visitor();
        elsewhere.signIn(email).expect(303);
        elsewhere
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
        var form = page.form(Map.of("message", text));
        var asked = guest.browser().submitWithFiles(form, Map.of("a.txt", FILE)).expect(422);
        assertTrue(asked.html().getElementById("errors").text().contains("has been deleted"), asked.body());
        assertEquals(text, asked.html().getElementById("message").wholeText().strip());
        var again = new LinkedHashMap<>(guest.proved(asked, text));
        again.put("file", asked.html().select("input[name=file]").val());
        guest.browser().submit(asked, again).expect(303);
        assertEquals(
                1,
                messages(guest.browser()).getJsonObject(0).getJsonArray("files").size());
    }

    @Test
    void aBrowserWhoseGuestWasErasedElsewhereAsksAgain() {
        var guest = Guest.of(desk).asks(text);
        var page = guest.browser().get(SUPPORT).expect(200);
        desk.database().sql("delete from users where email = ? returning 1", guest.email());
        var lost =
                guest.browser().submit(page, Map.of("message", text + " again")).expect(403);
        guest.browser().submit(lost, guest.proved(lost, text + " again")).expect(303);
        assertEquals(1, messages(guest.browser()).size());
    }

    @Test
    void aVisitInARunningSessionCounts() {
        var guest = Guest.of(desk).asks(text);
        var active = "select 1 from guest_accounts where active_at > now() - interval '1 hour'"
                + " and user_id = (select id from users where email = ?)";
        desk.database()
                .sql(
                        "update guest_accounts set active_at = now() - interval '2 days'"
                                + " where user_id = (select id from users where email = ?)",
                        guest.email());
        assertEquals(0, desk.database().sql(active, guest.email()).size());
        guest.browser().get(SUPPORT).expect(200);
        assertEquals(1, desk.database().sql(active, guest.email()).size());
    }

    @Test
    void whoeverLosesAConversationIsWarnedBefore() {
        var guest = Guest.of(desk).asks(text);
        var other = Guest.of(desk).asks(text + " other");
        var link = MailServer.link(mail.awaitLetter(other.email(), 1));
        var page = guest.browser().get(link).expect(200);
        assertTrue(
                page.html().getElementById("signed-in").text().contains(guest.email()),
                page.html().text());
        guest.browser().signIn(desk.account("Ann")).expect(303);
        var signOut = guest.browser().get("/account/sign-out/").expect(200);
        assertTrue(
                signOut.html().text().contains("This browser forgets your conversation"),
                signOut.html().text());
    }

    @Test
    void badInputKeepsWhatWasTyped() {
        var guest = Guest.of(desk);
        var page = guest.browser().get(SUPPORT);
        var fields = new LinkedHashMap<>(guest.proved(page, text));
        fields.put("email", "nobody at example");
        fields.put("full_name", " ");
        var refused = guest.browser()
                .submitWithFiles(page.form(fields), Map.of("a.txt", FILE))
                .expect(422);
        assertNotNull(refused.html().getElementById("email-error"));
        assertNotNull(refused.html().getElementById("full_name-error"));
        assertEquals(
                List.of("#full_name", "#email"),
                refused.html().select("#errors a").eachAttr("href"));
        assertEquals("nobody at example", refused.html().getElementById("email").val());
        assertEquals(text, refused.html().getElementById("message").wholeText().strip());
        var file = refused.html().select("input[name=file]").val();
        var again = new LinkedHashMap<>(guest.proved(refused, text));
        again.put("file", file);
        guest.browser().submit(refused, again).expect(303);
        assertEquals(
                1,
                messages(guest.browser()).getJsonObject(0).getJsonArray("files").size());
    }

    @Test
    void anAddressThatCouldBeTakenForAnotherIsRefused() {
        var guest = Guest.of(desk);
        var page = guest.browser().get(SUPPORT).expect(200);
        var fields = new LinkedHashMap<>(guest.proved(page, text));
        fields.put("email", "\u0130" + guest.email());
        var refused = guest.browser().submit(page, fields).expect(422);
        assertTrue(
                refused.html().getElementById("email-error").text().contains("only Latin letters"),
                refused.html().text());
        assertEquals(text, refused.html().getElementById("message").wholeText().strip());
        assertEquals(List.of(), desk.database().sql("select 1 from users where email ilike '%' || ?", guest.email()));
    }

    @Test
    void aRobotIsNotTaken() {
        var robot = Guest.of(desk);
        var page = robot.browser().get(SUPPORT);
        var everything = new LinkedHashMap<>(robot.proved(page, text));
        everything.put("website", "https://spam.example.org/");
        var refused = robot.browser().submit(page, everything).expect(422);
        assertEquals("", refused.html().getElementById("website").val());
        assertEquals(robot.email(), refused.html().getElementById("email").val());
        var wrong = new LinkedHashMap<>(robot.proved(refused, text));
        wrong.put("proof", "1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16");
        robot.browser().submit(refused, wrong).expect(422);
        assertEquals(List.of(), desk.database().sql("select 1 from users where email = ?", robot.email()));
    }

    @Test
    void aProofIsUsedOnceAndAFormSentTwiceIsOneQuestion() {
        var guest = Guest.of(desk);
        var page = guest.browser().get(SUPPORT);
        var fields = guest.proved(page, text);
        var form = page.form(fields).fields();
        guest.browser().post(SUPPORT, form).expect(303);
        var other = Guest.of(desk);
        var theirs = new LinkedHashMap<>(other.proved(other.browser().get(SUPPORT), text));
        var otherPage = other.browser().get(SUPPORT);
        theirs.put("challenge", fields.get("challenge"));
        theirs.put("proof", fields.get("proof"));
        other.browser().submit(otherPage, theirs).expect(422);
        // The same form in the same browser before the first answer has set a cookie.
        keepOnly("form_token", guest.browser());
        var twice = desk.visitor();
        twice.cookies().getCookieStore().add(desk.url(), named("form_token", form.get("_csrf")));
        twice.post(SUPPORT, form).expect(303);
        assertEquals(1, messages(twice).size());
        assertEquals(
                1,
                desk.database()
                        .sql("select 1 from users where email = ?", guest.email())
                        .size());
    }

    @Test
    void theKeyOpensANewSession() {
        var guest = Guest.of(desk).asks(text);
        keepOnly("guest", guest.browser());
        guest.browser().cookies().getCookieStore().add(desk.url(), named("JSESSIONID", "fixed-by-somebody-else"));
        var session = setCookie("JSESSIONID", guest.browser().get(SUPPORT).expect(200));
        assertFalse(session.isEmpty() || session.contains("fixed-by-somebody-else"), session);
    }

    @Test
    void theAddressOfAnAccountIsNotRevealedAndItsConversationIsNotOpened() {
        var account = desk.signedIn("Ann");
        var secret = Customer.words("Of the account");
        account.ask("", secret).expect(303);
        var known = Guest.of(desk, account.email());
        var unknown = Guest.of(desk);
        var toKnown = known.browser().follow(known.submit(text).expect(303)).expect(200);
        var toUnknown =
                unknown.browser().follow(unknown.submit(text).expect(303)).expect(200);
        assertEquals(shape(toUnknown), shape(toKnown));
        assertFalse(known.browser().get(SUPPORT).body().contains(secret));
        assertFalse(account.get(SUPPORT).body().contains(text));
        assertEquals(
                shape(unknown.browser().get(SUPPORT)), shape(known.browser().get(SUPPORT)));
        var link = MailServer.link(mail.awaitLetter(known.email(), 1));
        var browser = desk.visitor();
        browser.follow(browser.submit(link, Map.of()).expect(303)).expect(200);
        assertFalse(browser.get(SUPPORT).body().contains(secret), "whoever has the mailbox still needs the password");
        desk.visitor().signIn(account.email()).expect(303);
    }

    @Test
    void withoutAnAccountThereIsNothingToSignInTo() {
        var guest = Guest.of(desk).asks(text);
        var page = desk.visitor().get("/account/sign-in/");
        desk.visitor()
                .submit(page, Map.of("email", guest.email(), "password", Browser.PASSWORD))
                .expect(403);
        var browser = desk.visitor();
        browser.submit("/account/sign-in/", Map.of("email", guest.email(), "password", Browser.PASSWORD))
                .expect(422);
        browser.submit("/account/reset/", Map.of("email", guest.email())).expect(200);
        assertNull(guest.browser().get("/account/").expect(200).html().selectFirst("a[href=/account/password/]"));
    }

    @Test
    void telegramIsLinkedAsForEverybody() {
        var guest = Guest.of(desk).asks(text);
        var customer = Customer.of(desk, guest.browser()).link();
        operator.reply(operator.sees(text), "An answer in Telegram");
        customer.receives("An answer in Telegram");
        customer.telegram().write(text + " from Telegram");
        operator.sees(text + " from Telegram");
        assertTrue(guest.browser().get(SUPPORT).body().contains(text + " from Telegram"));
    }

    @Test
    void anAnswerComesByMailToAConfirmedAddressWithALinkThatOpensTheConversation() {
        var guest = Guest.of(desk).asks(text);
        var unconfirmed = Guest.of(desk).asks(text + " unconfirmed");
        guest.browser()
                .submit(MailServer.link(mail.awaitLetter(guest.email(), 1)), Map.of())
                .expect(303);
        for (var each : List.of(guest, unconfirmed)) {
            operator.reply(operator.sees(each == guest ? text : text + " unconfirmed"), "An answer by mail");
            Await.until("stored", () -> messages(each.browser()).size() == 2);
        }
        age(unconfirmed);
        age(guest);
        var link = MailServer.link(mail.awaitLetter(guest.email(), 2));
        assertTrue(link.startsWith("/account/guest/"), link);
        var other = desk.visitor();
        assertTrue(other.follow(other.submit(link, Map.of()).expect(303)).body().contains("An answer by mail"));
        assertEquals(1, mail.mailsTo(unconfirmed.email()).size());
    }

    @Test
    @Tag("main-loop")
    void anAccountWithTheSameConfirmedAddressTakesTheConversationAlong() {
        var guest = Guest.of(desk).asks(text);
        guest.browser()
                .submit(MailServer.link(mail.awaitLetter(guest.email(), 1)), Map.of())
                .expect(303);
        var account = desk.visitor();
        account.signUp(guest.email(), "Ann");
        assertNull(account.get(SUPPORT).html().getElementById("take-along"), "the account's address is not confirmed");
        var confirm = MailServer.link(mail.awaitLetter(guest.email(), 2));
        account.submit(confirm, Map.of()).expect(200);
        var page = account.get(SUPPORT).expect(200);
        assertNotNull(page.html().getElementById("take-along"));
        account.post("/account/guest/take-along/", Map.of()).expect(403);
        var form = page.html().selectFirst("#take-along form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input").forEach(field -> fields.put(field.attr("name"), field.val()));
        assertTrue(account.follow(account.post(form.attr("action"), fields).expect(303))
                .body()
                .contains(text));
        assertNull(account.get(SUPPORT).html().getElementById("take-along"));
        operator.reply(operator.sees(text), "An answer for the account");
        Await.until("the answer", () -> account.get(SUPPORT).body().contains("An answer for the account"));
        guest.browser().get("/api/feedback/threads/").expect(401);
    }

    @Test
    void aGuestExportsAndErasesEverything() {
        var guest = Guest.of(desk).asks(text);
        var export = guest.browser().get("/account/data/export/").expect(200).json();
        assertTrue(export.getJsonObject("account").getBoolean("guest"));
        assertEquals(guest.email(), export.getJsonObject("account").getString("email"));
        assertEquals(1, export.getJsonArray("messages").size());
        guest.browser()
                .submit("/account/data/erase/", Map.of("email", guest.email()))
                .expect(303);
        assertEquals(List.of(), desk.database().sql("select 1 from users where email = ?", guest.email()));
        guest.browser().get("/api/feedback/threads/").expect(401);
        assertEquals(
                List.of(),
                desk.database()
                        .sql(
                                "select 1 from guest_accounts g left join users u on u.id = g.user_id where u.id is null"));
    }

    @Test
    void signingOutLeavesNothingInTheBrowser() {
        var guest = Guest.of(desk).asks(text);
        var page = guest.browser().get("/account/sign-out/").expect(200);
        assertTrue(
                page.html().text().contains("This browser forgets your conversation"),
                page.html().text());
        guest.browser().submit(page, Map.of()).expect(303);
        assertFalse(guest.browser().get(SUPPORT).expect(200).body().contains(text));
        assertEquals(
                1,
                guest.browser().get(SUPPORT).html().select("[name=challenge]").size());
    }

    @Test
    void aGuestCanSignInToAnAccount() {
        var guest = Guest.of(desk).asks(text);
        guest.browser().signIn(desk.account("Ann")).expect(303);
        assertEquals(0, messages(guest.browser()).size());
        assertFalse(guest.browser().get(SUPPORT).body().contains(text));
    }

    @Test
    void whoHasAnAccountSendsWithIt() {
        var ann = Guest.of(desk, desk.account("Ann"));
        var fields = new LinkedHashMap<>(ann.typed(text));
        fields.put("email", "");
        fields.put("full_name", "");
        fields.put("as", "account");
        var form = ann.browser().get(SUPPORT).form(Map.of()).fields();
        form.putAll(fields);
        var signIn = ann.browser().follow(ann.browser().post(SUPPORT, form).expect(303));
        var send = ann.browser()
                .submit(signIn, Map.of("email", ann.email(), "password", Browser.PASSWORD))
                .expect(303);
        ann.browser().follow(ann.browser().follow(send).expect(303)).expect(200);
        assertFalse(operator.sees(text).text().contains("Gast"));
    }

    private static boolean isConfirmed(Guest guest) {
        return desk.database()
                        .sql("select email_confirmed_at from users where email = ?", guest.email())
                        .get(0)
                        .get("email_confirmed_at")
                != null;
    }

    private static jakarta.json.JsonArray messages(Browser browser) {
        return browser.thread().getJsonArray("messages");
    }

    /** A page without what differs between two people. */
    private static String shape(Page page) {
        return page.html().select("main *").stream()
                .map(element -> element.tagName() + "." + element.className() + "#"
                        + (element.id().startsWith("message-") ? "" : element.id()))
                .reduce("", (all, each) -> all + " " + each);
    }

    private static void keepOnly(String name, Browser browser) {
        var store = browser.cookies().getCookieStore();
        List.copyOf(store.getCookies()).stream()
                .filter(cookie -> !cookie.getName().equals(name))
                .forEach(cookie -> store.remove(desk.url(), cookie));
    }

    private static String setCookie(String name, Page page) {
        return page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private static HttpCookie cookie(String value) {
        return named("guest", value);
    }

    private static HttpCookie named(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }

    /** Ten minutes pass for the answers to this guest. */
    private static void age(Guest guest) {
        desk.database()
                .sql("update remembered_facts set value = '2026-01-01T00:00:00Z' where name = 'answer_mails.since'");
        desk.database()
                .sql(
                        "update support_messages set created_at = created_at - interval '10 minutes'"
                                + " where is_from_admin and user_id = (select id from users where email = ?)",
                        guest.email());
    }
}
