package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A site vouches for its users by signed tokens. */
@Tag("main-loop")
@UsesDesk(
        value = SharedDesk.OPTIONAL_FEATURES,
        together = {SharedDesk.OPENID, SharedDesk.PROXY_SIGN_IN, SharedDesk.USUAL_TOGETHER})
class SignedIdentityIT {
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String THREADS = "/api/feedback/threads/";
    private static final String EVENTS = "/api/feedback/events/";
    private static final String FILES = "/api/feedback/files/";
    private static final String ENTER = "/account/enter/";
    private static final String SHOP = "https://shop.example.org";

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPTIONAL_FEATURES.desk();
    }

    @Test
    void theTokenIsEnoughForEverythingThatTheWidgetDoes() {
        var ann = new VouchedUser(desk, SiteTokens.of(newUser()));
        var picture = SamplePictures.png(32, 20);
        var upload = ann.send(ann.request(FILES + "?name=parcel.png")
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofByteArray(picture)))
                .expect(201);
        var words = Customer.words("A question with a token");
        var answer = ann.ask("{\"message\":\"" + words + "\",\"files\":[\""
                        + upload.json().getString("id") + "\"]}")
                .expect(201);
        assertNoCookie(upload);
        assertNoCookie(answer);
        var operator = new Operator(desk);
        try (var stream = ann.listen()) {
            operator.reply(operator.sees(words), "The answer to " + words);
            Await.until(
                    "the answer is on the stream",
                    () -> stream.messages("The answer to " + words).size() > 0);
        }
        var thread = ann.get(THREADS).expect(200);
        assertNoCookie(thread);
        assertEquals(2, thread.json().getJsonArray("messages").size());
        var file = ann.browser().download(ann.request(upload.json().getString("url")));
        assertArrayEquals(picture, file.body());
        desk.visitor().get(upload.json().getString("url")).expect(401);
        var second = ann.send(ann.request(FILES + "?name=b.png").POST(BodyPublishers.ofByteArray(picture)))
                .expect(201);
        ann.send(ann.request(second.json().getString("url")).DELETE()).expect(204);
    }

    /** More than a body of an anonymous sender may have. */
    @Test
    void aTokenAloneIsEnoughForAPhotoOfAPhone() {
        var ann = new VouchedUser(desk, SiteTokens.of(newUser()));
        var photo = SampleFiles.pdf(300 * 1024);
        var upload = ann.send(ann.request(FILES + "?name=photo.pdf").POST(BodyPublishers.ofByteArray(photo)))
                .expect(201);
        assertEquals(photo.length, upload.json().getInt("size"));
        assertArrayEquals(
                photo,
                ann.browser()
                        .download(ann.request(upload.json().getString("url")))
                        .body());
        var refused = new VouchedUser(desk, SiteTokens.unsigned("x"));
        assertRefused(refused.send(refused.request(FILES).POST(BodyPublishers.ofByteArray(photo))), refused.token());
    }

    @Test
    void everyTokenOfAUserLeadsToTheSameConversation() {
        var id = newUser();
        var words = Customer.words("Asked once");
        new VouchedUser(desk, SiteTokens.of(id)).asks(words);
        var again = new VouchedUser(desk, SiteTokens.signed(SiteTokens.FORMER_SECRET, id, claims -> {}));
        assertEquals(List.of(words), again.threadTexts());
        var other = new VouchedUser(desk, SiteTokens.of(id, claims -> claims.setIssuer("https://other.example")));
        assertEquals(List.of(), other.threadTexts());
    }

    @Test
    void theTokenWinsOverASession() {
        var ann = desk.signedIn("Ann Session");
        var words = Customer.words("Written in a session");
        ann.submitFeedback("", words);
        var bob = new VouchedUser(ann, SiteTokens.of(newUser()));
        assertEquals(List.of(), bob.threadTexts());
        var ofBob = Customer.words("Written with a token");
        bob.asks(ofBob);
        assertEquals(List.of(ofBob), bob.threadTexts());
        assertEquals(1, ann.thread().getJsonArray("messages").size());
        ann.send(ann.request(THREADS).header("Authorization", "Bearer " + SiteTokens.unsigned("x")))
                .expect(401);
        var id = bob.get(THREADS).json().getInt("user");
        bob.get(THREADS + "?user=" + id).expect(200);
        bob.get(THREADS + "?user=" + ann.thread().getInt("user")).expect(409);
        ann.get(THREADS + "?user=" + id).expect(409);
    }

    /** A browser adds no token by itself, so a page of another site has the token or can do nothing. */
    @Test
    void aTokenNeedsNoOtherProtectionAgainstForgedRequests() {
        var ann = desk.signedIn("Ann Forged");
        var forged = ann.request(SUBMIT)
                .header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json");
        var body = BodyPublishers.ofString("{\"message\":\"from a program\"}");
        ann.send(forged.copy().POST(body)).expect(403);
        var sent = ann.send(forged.copy()
                        .header("Authorization", "bearer " + SiteTokens.of(newUser()))
                        .POST(body))
                .expect(201);
        assertFalse(sent.headers().firstValue("Access-Control-Allow-Origin").isPresent());
    }

    @Test
    void onlyPagesOfListedOriginsMaySendTheHeader() {
        var visitor = desk.visitor();
        var preflight = visitor.request(THREADS)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody());
        var allowed = visitor.send(preflight.copy().header("Origin", SHOP)).expect(204);
        assertTrue(allowed.headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .contains("Authorization"));
        var refused = visitor.send(preflight.copy().header("Origin", "https://evil.example"));
        assertFalse(refused.headers().firstValue("Access-Control-Allow-Origin").isPresent());
        var reason = visitor.send(visitor.request(THREADS)
                        .header("Origin", SHOP)
                        .header("Authorization", "Bearer " + SiteTokens.unsigned("x")))
                .expect(401);
        assertEquals(
                SHOP, reason.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }

    static Stream<Arguments> badTokens() {
        var id = "bad-" + UUID.randomUUID();
        return Stream.of(
                Arguments.of("none", SiteTokens.unsigned(id)),
                Arguments.of("empty", ""),
                Arguments.of("no JWT", "abc"),
                Arguments.of("another secret", SiteTokens.signed("x".repeat(40), id, claims -> {})),
                Arguments.of("another algorithm", SiteTokens.byKey(id)),
                Arguments.of("another audience", SiteTokens.of(id, claims -> claims.setAudience("another"))),
                Arguments.of("expired", SiteTokens.of(id, times(-600, -61))),
                Arguments.of("future", SiteTokens.of(id, times(600, 1200))),
                Arguments.of("too long a life", SiteTokens.of(id, times(0, 3700))),
                Arguments.of("no id", SiteTokens.of(id, claims -> claims.unsetClaim("sub"))),
                Arguments.of("a long id", SiteTokens.of("x".repeat(256))),
                Arguments.of("a long attribute", SiteTokens.of(id, attributes(Map.of("a", "x".repeat(201))))),
                Arguments.of("a long token", SiteTokens.of(id, claims -> claims.setClaim("x", "y".repeat(5_500)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefusedWhateverElseTheRequestHas(String name, String token) {
        var ann = desk.signedIn("Ann Bad");
        var someone = new VouchedUser(ann, token);
        for (var path : List.of(THREADS, THREADS + "?signed_out=empty", EVENTS, FILES + "x/")) {
            assertRefused(someone.get(path), token);
        }
        assertRefused(someone.ask("{\"message\":\"never\"}"), token);
        assertRefused(someone.send(someone.request(FILES).POST(BodyPublishers.ofByteArray(new byte[10]))), token);
        assertEquals(0, ann.thread().getJsonArray("messages").size());
        assertEquals(
                List.of(),
                desk.database()
                        .sql("select 1 from external_identities where subject like 'bad-%' or subject like 'xx%'"));
    }

    @Test
    void otherSchemesOfTheHeaderAreNotOurs() {
        var ann = desk.signedIn("Ann Basic");
        ann.send(ann.request(THREADS).header("Authorization", "Basic YTpi")).expect(200);
    }

    @Test
    void withoutTheSettingATokenMeansNothing() {
        var usual = SharedDesk.USUAL_TOGETHER.desk();
        new VouchedUser(usual, SiteTokens.of(newUser())).get(THREADS).expect(401);
        var ann = usual.signedIn("Ann Usual");
        ann.send(ann.request(THREADS).header("Authorization", "Bearer abc")).expect(200);
        ann.post(ENTER, Map.of("token", SiteTokens.of(newUser()))).expect(404);
    }

    @Test
    void besideEverySignIn() {
        var words = Customer.words("Beside another sign-in");
        var openId = new VouchedUser(SharedDesk.OPENID.desk(), SiteTokens.byKey(newUser()));
        openId.asks(words);
        assertEquals(List.of(words), openId.threadTexts());
        new VouchedUser(SharedDesk.OPENID.desk(), SiteTokens.of(newUser()))
                .get(THREADS)
                .expect(401);

        var proxied = new VouchedUser(SharedDesk.PROXY_SIGN_IN.desk(), SiteTokens.of(newUser()));
        proxied.asks(words);
        assertEquals(List.of(words), proxied.threadTexts());
        var entered = proxied.browser();
        entered.post(ENTER, Map.of("token", proxied.token())).expect(303);
        assertTrue(entered.get("/support/").expect(200).body().contains(words));
        var other = entered.send(entered.request("/support/")
                .header("X-Remote-Email", "proxied-" + UUID.randomUUID() + "@example.org")
                .GET());
        assertFalse(other.expect(200).body().contains(words), "whom the proxy names comes first");
    }

    @Test
    void whoEntersBesideTheSignInOfAProxyCanSignOut() {
        var proxied = new VouchedUser(SharedDesk.PROXY_SIGN_IN.desk(), SiteTokens.of(newUser()));
        var browser = proxied.browser();
        browser.post(ENTER, Map.of("token", proxied.token())).expect(303);
        var signOut = browser.get("/support/").expect(200).html().selectFirst("header a[href=/account/sign-out/]");
        assertNotNull(signOut, "the proxy's own way out does not end this session");
        var after = browser.submit(browser.get(signOut.attr("href")).expect(200), Map.of())
                .expect(303);
        var signedOut = browser.follow(after).expect(200);
        assertEquals("You are signed out", signedOut.html().select("h1").text());
        assertEquals(
                "You are signed out",
                browser.follow(after).expect(200).html().select("h1").text(),
                "reloaded");
        assertNull(signedOut.html().selectFirst("main a"), "there is no sign-in here");
        browser.get(THREADS).expect(401);
        var named = browser.request("/account/sign-out/").header("X-Remote-Email", newUser() + "@example.org");
        browser.send(named.GET()).expect(404);
        browser.get("/account/sign-out/").expect(404);
    }

    @Test
    void thePageAfterSigningOutIsShownToNobodyWhoIsSignedIn() {
        var proxied = new VouchedUser(SharedDesk.PROXY_SIGN_IN.desk(), SiteTokens.of(newUser()));
        proxied.browser().post(ENTER, Map.of("token", proxied.token())).expect(303);
        var ann = desk.signedIn("Ann");
        for (var browser : List.of(proxied.browser(), ann)) {
            var button = browser.follow(browser.get("/account/sign-out/done/").expect(303));
            assertFalse(button.expect(200).html().select("main form").isEmpty(), button.body());
        }
    }

    @Test
    void aLocalAccountWithTheSameAddressStaysWhatItIs() {
        var ann = desk.signedIn("Ann Local");
        var words = Customer.words("Of the local account");
        ann.submitFeedback("", words);
        var vouched = new VouchedUser(
                desk,
                SiteTokens.of(newUser(), address(ann.email()).andThen(claims -> claims.setClaim("name", "Ann Site"))));
        assertEquals(List.of(), vouched.threadTexts());
        vouched.asks(Customer.words("Of the site's user"));
        assertEquals(1, ann.thread().getJsonArray("messages").size());
        desk.visitor().signIn(ann.email()).expect(303);
    }

    @Test
    void operatorsSeeWhatTheSiteSaysAndNobodyForgesALineOfTheDesk() {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("Plan", "gold\nTelegram: linked");
        attributes.put("<b>Orders</b>", 12);
        attributes.put("\u202Eevil", "\u2067x");
        var email = "vouched-" + UUID.randomUUID() + "@example.org";
        Consumer<JwtClaims> profile = claims -> {
            claims.setClaim("email", email);
            claims.setClaim("email_verified", true);
            claims.setClaim("name", "Vera Vouched");
            claims.setClaim("attributes", attributes);
        };
        var words = Customer.words("Who am I");
        new VouchedUser(desk, SiteTokens.of(newUser(), profile)).asks(words);
        var operator = new Operator(desk);
        var notice = operator.sees(words);
        assertTrue(notice.text().contains("From: Vera Vouched · " + email + "\n"), notice.text());
        var line = "From your site: Plan: gold Telegram: linked · <b>Orders</b>: 12 · evil: x\n";
        assertTrue(notice.text().contains(line), notice.text());
        var card = operator.toldOn(operator.reply(notice, "/who"));
        assertTrue(card.contains(email + " (confirmed)"), card);
        assertTrue(
                card.endsWith("From your site:\n• Plan: gold Telegram: linked\n• <b>Orders</b>: 12\n• evil: x"), card);
    }

    @Test
    void withoutAnAddressTheOperatorSeesTheName() {
        var words = Customer.words("No address");
        new VouchedUser(desk, SiteTokens.of(newUser(), claims -> claims.setClaim("name", "Nora Nameonly"))).asks(words);
        var notice = new Operator(desk).sees(words).text();
        assertTrue(notice.contains("From: Nora Nameonly\n") && !notice.contains("confirmed"), notice);
    }

    /** The allowed difference of clocks included, this token is valid for ten seconds more. */
    @Test
    void aStreamEndsWithItsToken() {
        var ann = new VouchedUser(desk, SiteTokens.of(newUser(), times(-600, -50)));
        try (var stream = ann.listen()) {
            Await.until("the stream is over", stream::isOver);
        }
    }

    @Test
    void aTokenOpensASessionOnce() {
        var id = newUser();
        var words = Customer.words("Asked in the widget");
        new VouchedUser(desk, SiteTokens.of(id)).asks(words);
        var ann = desk.visitor();
        var token = SiteTokens.of(id);
        var entered = enter(ann, token, SHOP).expect(303);
        assertEquals("/support/", entered.location().orElseThrow().getPath());
        assertTrue(ann.follow(entered).expect(200).body().contains(words));
        ann.ask("", Customer.words("Asked on the page")).expect(303);
        assertEquals(2, new VouchedUser(desk, SiteTokens.of(id)).threadTexts().size());
        var account = ann.get("/account/").expect(200);
        assertEquals(0, account.html().select("a[href='/account/password/']").size());
        ann.get("/account/password/").expect(404);

        var thief = desk.visitor();
        assertTrue(enter(thief, token, SHOP).expect(401).body().contains("The token was used before"));
        assertNotEquals(200, thief.get("/support/form/").status());
        thief.get(THREADS).expect(401);
        new VouchedUser(desk, token).get(THREADS).expect(200);
        var unnamed = SiteTokens.of(id, claims -> claims.unsetClaim("jti"));
        assertTrue(enter(thief, unnamed, SHOP).expect(401).body().contains("jti is missing"));
    }

    @Test
    void enteringAsAnotherUserEndsTheSessionBefore() {
        var browser = desk.visitor();
        var words = Customer.words("Of the first user");
        var first = newUser();
        enter(browser, SiteTokens.of(first), SHOP).expect(303);
        browser.submitFeedback("", words);
        try (var stream = browser.listen()) {
            enter(browser, SiteTokens.of(newUser()), SHOP).expect(303);
            Await.until("the first user's stream is over", stream::isOver);
        }
        assertEquals(0, browser.thread().getJsonArray("messages").size());
    }

    /** Login CSRF: the attacker's own token, sent by a page of the attacker in the victim's browser. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://shop.example.org"})
    void aPageThatIsNotListedSignsNobodyIn(String origin) {
        var victim = desk.visitor();
        var refused = enter(victim, SiteTokens.of(newUser()), origin).expect(403);
        assertNoSession(refused);
        victim.get(THREADS).expect(401);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenSignsNobodyIn(String name, String token) {
        var visitor = desk.visitor();
        assertNoSession(enter(visitor, token, SHOP).expect(401));
        visitor.get(THREADS).expect(401);
    }

    private static Page enter(Browser browser, String token, String origin) {
        return browser.send(browser.request(ENTER)
                .header("Origin", origin)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encode(Map.of("token", token)))));
    }

    private static void assertRefused(Page page, String token) {
        page.expect(401);
        assertEquals(
                "Bearer error=\"invalid_token\"",
                page.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(
                "application/problem+json",
                page.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
        assertFalse(page.json().getString("detail").isBlank());
        assertTrue(token.isEmpty() || !page.body().contains(token));
        assertNoCookie(page);
    }

    /** A page may have a cookie that protects its forms. */
    private static void assertNoSession(Page page) {
        assertEquals(
                List.of(),
                page.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> !cookie.startsWith("form_token="))
                        .toList());
    }

    private static void assertNoCookie(Page page) {
        assertEquals(List.of(), page.headers().allValues("Set-Cookie"));
    }

    private static Consumer<JwtClaims> times(long issued, long expires) {
        return claims -> {
            claims.setIssuedAt(SiteTokens.in(issued));
            claims.setExpirationTime(SiteTokens.in(expires));
        };
    }

    private static Consumer<JwtClaims> address(String email) {
        return claims -> {
            claims.setClaim("email", email);
            claims.setClaim("email_verified", true);
        };
    }

    private static Consumer<JwtClaims> attributes(Map<String, String> attributes) {
        return claims -> claims.setClaim("attributes", attributes);
    }

    private static String newUser() {
        return "customer-" + UUID.randomUUID();
    }
}
