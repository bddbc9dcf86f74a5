package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes too often is told how long to wait, and loses nothing; others notice nothing. */
class RateLimitsIT {
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String GOOD = "{\"message\":\"hello\"}";
    private static final String OWNER = "owner-password-9";
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.setting("SUPPORT_LIMIT_SUBMIT_HOUR", "2")
                .setting("SUPPORT_LIMIT_TELEGRAM_MINUTE", "3")
                .setting("SUPPORT_LIMIT_UPLOAD_HOUR", "1")
                .setting("SUPPORT_LIMIT_SIGN_UP_HOUR", "1")
                .setting("SUPPORT_GUESTS", "on")
                .setting("SUPPORT_LIMIT_GUEST_HOUR", "1")
                .setting("SUPPORT_LIMIT_GUEST_SESSION_HOUR", "2")
                .setting("SUPPORT_OWNER_PASSWORD", OWNER)
                .setting("SUPPORT_LIMIT_OWNER_HOUR", "2")
                .setting("SUPPORT_LIMIT_WEBHOOK_MINUTE", "2"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aFormComesBackWithWhatWasTyped() {
        var ann = signedUp("ann", "192.0.2.1");
        ann.ask("One", "First").expect(303);
        ann.ask("Two", "Second").expect(303);
        var form = waits(ann.ask("Three", "Not lost"));
        assertEquals(
                "Not lost", form.html().selectFirst("textarea[name=message]").text());
        assertEquals("Three", form.html().selectFirst("input[name=subject]").val());
        assertTrue(form.body().contains("too many messages"), form.body());
        var bob = signedUp("bob", "192.0.2.2");
        bob.ask("One", "Others notice nothing").expect(303);
    }

    @Test
    void theApiSaysSoAsItsDescriptionSays() {
        var api = ApiDescription.of(desk);
        var cid = signedUp("cid", "192.0.2.3");
        cid.post(SUBMIT, "application/json", GOOD).expect(201);
        cid.ask("", "The form counts too").expect(303);
        waits(api.assertPromised("post", SUBMIT, cid.post(SUBMIT, "application/json", GOOD)));
        cid.uploaded("a.txt", "one".getBytes());
        waits(api.assertPromised("post", "/api/feedback/files/", cid.upload("b.txt", "two".getBytes())));
        var form = cid.askByForm(Map.of("message", "With a file"), Map.of("c.txt", "three".getBytes()))
                .expect(422);
        assertTrue(form.body().contains("Too many files"), form.body());
    }

    @Test
    void tooManyTelegramMessagesAreRefusedWithOneNotice() {
        var fay = Customer.linked(desk, "Fay");
        var mark = Customer.words("many");
        for (int i = 0; i < 6; i++) {
            fay.telegram().write(mark + " " + i);
        }
        fay.receives("Support did not receive this message");
        desk.telegram().awaitIdle(Await.PATIENCE);
        var gil = Customer.linked(desk, "Gil");
        gil.telegram().write(mark + " of Gil");
        new Operator(desk).sees(mark + " of Gil");
        assertEquals(List.of(mark + " 0", mark + " 1", mark + " 2"), fay.threadTexts());
        assertEquals(1, fay.received("Support did not receive"));
        var told = fay.receives("Support did not receive");
        var repliedMessage = desk.telegram().transcript(fay.chatId()).stream()
                .filter(message -> message.id() == told.replyTo().orElse(-1))
                .findFirst()
                .orElseThrow();
        assertEquals(mark + " 3", repliedMessage.text());
    }

    @Test
    void anAddressOpensOnlySoManyAccounts() {
        signedUp("dan", "192.0.2.4");
        var form = waits(signUp(desk.visitor(), "eve", "192.0.2.4"));
        assertEquals(
                "eve@example.org", form.html().selectFirst("input[name=email]").val());
        assertTrue(form.body().contains("Too many accounts"), form.body());
    }

    @Test
    void anAddressAsksAsANewGuestOnlySoOften() {
        asGuest("192.0.2.30").expect(303);
        var form = waits(asGuest("192.0.2.30")).html();
        assertEquals("Not lost", form.selectFirst("textarea[name=message]").text());
        assertEquals("Gast Gerda", form.selectFirst("input[name=full_name]").val());
        asGuest("192.0.2.31").expect(303);
    }

    @Test
    void theKeyOfAGuestOpensOnlySoManySessions() {
        var guest = Guest.of(desk);
        asGuest(guest, "192.0.2.32").expect(303);
        var cookies = guest.browser().cookies().getCookieStore();
        for (int session = 0; session < 3; session++) {
            cookies.getCookies().stream()
                    .filter(cookie -> !cookie.getName().equals("guest"))
                    .toList()
                    .forEach(cookie -> cookies.remove(desk.url(), cookie));
            var page = guest.browser().get("/support/").expect(200);
            assertEquals(session < 2, page.body().contains("Not lost"), "session " + session);
        }
    }

    private static Page asGuest(String address) {
        return asGuest(Guest.of(desk), address);
    }

    private static Page asGuest(Guest guest, String address) {
        var page = guest.browser().get("/support/");
        var form = page.form(guest.proved(page, "Not lost"));
        return guest.browser()
                .send(guest.browser()
                        .request("/support/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-For", address)
                        .POST(BodyPublishers.ofString(Forms.encode(form.fields()))));
    }

    @Test
    void guessingTheSecretIsSlowAndTelegramIsNotKeptOut() {
        assertEquals(403, webhook("wrong"));
        assertEquals(403, webhook("wrong"));
        assertEquals(429, webhook("wrong"));
        assertEquals(200, webhook(desk.webhookSecret()));
    }

    @Test
    void guessingTheOwnersPasswordIsSlow() {
        owner("/owner/", OWNER, "192.0.2.5").expect(200);
        owner("/owner/", "wrong", "192.0.2.5").expect(401);
        owner("/owner/metrics", "wrong", "192.0.2.5").expect(401);
        waits(owner("/owner/", "wrong", "192.0.2.5"));
        waits(owner("/owner/", OWNER, "192.0.2.5"));
        owner("/owner/", OWNER, "192.0.2.6").expect(200);
        desk.visitor().get("/owner/").expect(401);
    }

    @Test
    void anAddressIsOneHoweverTheProxyWritesIt() {
        owner("/owner/", "wrong", "192.0.2.7:50001").expect(401);
        owner("/owner/", "wrong", "[::ffff:192.0.2.7]:50002").expect(401);
        waits(owner("/owner/", "wrong", "192.0.2.7:50003"));
        waits(owner("/owner/", "wrong", "::FFFF:c000:207"));
        waits(owner("/owner/", "wrong", "198.51.100.1", "192.0.2.7"));
        waits(owner("/owner/", "wrong", "198.51.100.2", "198.51.100.3, 192.0.2.7"));
        waits(owner("/owner/", OWNER, "192.0.2.7", "127.0.0.1"));
        owner("/owner/", OWNER, "192.0.2.7", "192.0.2.8").expect(200);
    }

    @Test
    void anInventedAddressDoesNotEvadeTheLimit() {
        owner("/owner/", "wrong", "invented-1").expect(401);
        owner("/owner/", "wrong", "300.1.1.1").expect(401);
        waits(owner("/owner/", "wrong", "invented-2"));
        waits(owner("/owner/", "wrong", "203.0.113.1, unknown"));
    }

    /** Each address in a line of its own, as proxies after one another may pass them on. */
    private static Page owner(String path, String password, String... forwardedFor) {
        var pair = ("owner:" + password).getBytes(StandardCharsets.UTF_8);
        var visitor = desk.visitor();
        var request = visitor.request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        for (var line : forwardedFor) {
            request.header("X-Forwarded-For", line);
        }
        return visitor.send(request);
    }

    private static int webhook(String secret) {
        var visitor = desk.visitor();
        return visitor.send(visitor.request("/telegram/support-webhook/")
                        .header("X-Telegram-Bot-Api-Secret-Token", secret)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"update_id\":987654321}")))
                .status();
    }

    private static Browser signedUp(String name, String address) {
        var browser = desk.visitor();
        signUp(browser, name, address).expect(303);
        return browser;
    }

    /** As a proxy on this machine, which is trusted, passes it on. */
    private static Page signUp(Browser browser, String name, String address) {
        var fields = Map.of("email", name + "@example.org", "full_name", name, "password", Browser.PASSWORD);
        var form = browser.get("/account/sign-up/").form(fields);
        return browser.send(browser.request("/account/sign-up/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.0.113.99, " + address)
                .POST(BodyPublishers.ofString(Forms.encode(form.fields()))));
    }

    private static Page waits(Page page) {
        page.expect(429);
        long seconds = Long.parseLong(page.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(seconds > 0 && seconds <= 3600, "Retry-After " + seconds);
        return page;
    }
}
