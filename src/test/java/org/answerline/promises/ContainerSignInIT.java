package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With SUPPORT_SIGN_IN=container a trusted proxy says who is there; this test is the proxy. */
@UsesDesk(SharedDesk.PROXY_SIGN_IN)
class ContainerSignInIT {
    private static final String SUPPORT = "/support/";
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.PROXY_SIGN_IN.desk();
    }

    @Test
    void atFirstSightAnAccountIsMadeAndTheQuestionSaysWhoAsks() {
        var browser = desk.visitor();
        var page = browser.send(from(browser, "ann@example.org", "Ann").GET()).expect(200);
        var form = page.form(Map.of("subject", "", "message", "A question from behind the proxy"));
        post(browser, form, "ann@example.org", "Ann").expect(303);
        var notice = new Operator(desk).sees("A question from behind the proxy").text();
        assertTrue(notice.contains("From: Ann · ann@example.org"), notice);
        assertEquals(1, users("ann@example.org").size());
        assertEquals(null, users("ann@example.org").get(0).get("password_hash"));
    }

    @Test
    void theNameFollowsTheProxyAndTheAddressIsTheSameHoweverItIsWritten() {
        var browser = desk.visitor();
        browser.send(from(browser, "bob@example.org", "Bob").GET()).expect(200);
        browser.send(from(browser, "Bob@Example.org", "Bob Stone").GET()).expect(200);
        assertEquals("Bob Stone", users("bob@example.org").get(0).get("full_name"));
        assertEquals(1, users("bob@example.org").size());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Иван Петров, Иван Петров",
        "ISO-8859-1, José, José",
        "US-ASCII, =?UTF-8?B?0JjQstCw0L0=?=, Иван",
        "US-ASCII, =?ISO-8859-1?Q?Jos=E9_P=E9rez?=, José Pérez",
        "US-ASCII, =?UTF-8?Q?a=00b=0D=0Ac?=, ab c",
    })
    void aNameIsReadHoweverTheProxyWritesIt(Charset charset, String header, String name) {
        var email = UUID.randomUUID() + "@example.org";
        var request = RawHttp.get(SUPPORT).line("X-Remote-Email: " + email).line("X-Remote-Name: " + header);
        assertEquals(200, request.in(charset).send(desk.url()).status());
        assertEquals(name, users(email).get(0).get("full_name"));
    }

    /** Payara leaves a carriage return out, others refuse it; either way it begins no other header. */
    @Test
    void aNameForgesNoHeader() {
        var nul = RawHttp.get(SUPPORT).line("X-Remote-Email: nul@example.org").line("X-Remote-Name: a\0b");
        assertEquals(400, nul.send(desk.url()).status());
        assertTrue(users("nul@example.org").isEmpty());
        RawHttp.get(SUPPORT)
                .line("X-Remote-Name: a\rX-Remote-Email: forged@example.org")
                .send(desk.url());
        assertTrue(users("forged@example.org").isEmpty());
    }

    @Test
    void anAccountWithAPasswordIsAdoptedAndItsPageSaysSo() {
        desk.database()
                .sql(
                        "insert into users (email, full_name, password_hash, created_at) values ('gil@example.org', 'Eve', 'x', now()) returning id");
        desk.database()
                .sql(
                        "insert into user_telegram_links (user_id, telegram_chat_id, linked_at, telegram_name)"
                                + " select id, 424242, now(), '@eve' from users where email = 'gil@example.org' returning user_id");
        var gil = desk.visitor();
        gil.send(from(gil, "gil@example.org", "Gil").GET()).expect(200);
        var page = gil.send(
                        said(gil.request("/account/"), "gil@example.org", "Gil").GET())
                .expect(200)
                .html();
        assertEquals(1, page.select("#adopted").size());
        assertTrue(page.select("#untied").text().contains("@eve"), page.text());
        assertEquals(
                1,
                desk.database()
                        .sql("select 1 from users u join user_telegram_links l on l.user_id = u.id"
                                + " where email = 'gil@example.org' and password_hash is null and telegram_chat_id is null"
                                + " and sign_in_generation = 1")
                        .size());
    }

    @Test
    void theSessionStoresNoUser() {
        var browser = desk.visitor();
        browser.send(from(browser, "cleo@example.org", "Cleo").GET()).expect(200);
        browser.get(SUPPORT).expect(303);
        browser.get("/api/feedback/threads/").expect(401);
    }

    @Test
    void anUnknownUserGetsAnExplanationAndNoSignInForm() {
        var visitor = desk.visitor();
        var page = visitor.follow(visitor.get(SUPPORT).expect(303)).expect(401);
        assertEquals("We do not know who you are", page.html().select("h1").text());
        assertTrue(page.html().select("form").isEmpty());
        visitor.get("/account/sign-up/").expect(404);
        visitor.get("/account/sign-out/").expect(404);
        visitor.get("/account/callback/").expect(404);
    }

    /** The session and its token are the browser's here, whoever the proxy names. */
    @Test
    void aFormOpenedByOneIsNotSentInTheNameOfAnother() {
        var browser = desk.visitor();
        var page = browser.send(from(browser, "fay@example.org", "Fay").GET()).expect(200);
        var form = page.form(Map.of("subject", "", "message", "Typed by Fay"));
        var back = post(browser, form, "gus@example.org", "Gus").expect(403).html();
        assertEquals("Typed by Fay", back.selectFirst("textarea[name=message]").val());
        assertTrue(back.select("main").text().contains("in the name of Gus"), back.text());
        assertEquals(List.of(), desk.database().sql("select 1 from support_messages where text = 'Typed by Fay'"));
    }

    /** The proxy names the user of every request, so SameSite alone does not protect a form here. */
    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
    void aFormOfAnotherSiteStoresNoFiles(String header, String value) {
        var victim = address();
        var forged = new Multipart();
        forged.field("message", "Written by another site");
        forged.file("files", "forged.pdf", SampleFiles.pdf());
        var browser = desk.visitor();
        browser.send(from(browser, victim, "Victim").GET()).expect(200);
        browser.send(withFiles(browser, SUPPORT, forged, victim).header(header, value))
                .expect(403);
        assertEquals(List.of(), files(victim));
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "X-Any, of a browser that says nothing"})
    void aFormOfThisSiteBringsItsFiles(String header, String value) {
        var email = address();
        var browser = desk.visitor();
        var page = browser.send(from(browser, email, "Hal").GET()).expect(200);
        var form = page.form(Map.of("subject", "", "message", Customer.words("With a file")));
        var typed = new Multipart();
        form.fields().forEach(typed::field);
        typed.file("files", "a.pdf", SampleFiles.pdf());
        browser.send(withFiles(browser, form.action().toString(), typed, email).header(header, value))
                .expect(303);
        assertEquals(List.of("a.pdf"), files(email));
    }

    @Test
    void theWayOutIsTheProxys() {
        var browser = desk.visitor();
        var page = browser.send(from(browser, "dora@example.org", "Dora").GET()).expect(200);
        assertEquals(
                List.of("/oauth2/sign_out"),
                page.html().select("nav a").eachAttr("href").stream().skip(3).toList());
    }

    @Test
    void theHeaderIsNotBelievedFromAnywhereElse() throws IOException {
        assertTrue(answerTo("127.0.0.1").startsWith("HTTP/1.1 200"));
        assertTrue(answerTo("127.0.0.2").startsWith("HTTP/1.1 303"));
        assertFalse(users("eve@example.org").isEmpty());
    }

    private static String answerTo(String caller) throws IOException {
        int port = desk.url().getPort();
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(caller), 0)) {
            var request = "GET /support/ HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nX-Remote-Email: eve@example.org\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Page post(Browser browser, FilledForm form, String email, String name) {
        return browser.send(said(browser.request(form.action().toString()), email, name)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(form.fields()))));
    }

    private static HttpRequest.Builder withFiles(Browser browser, String path, Multipart form, String email) {
        return said(browser.request(path), email, "Any")
                .header("Content-Type", form.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()));
    }

    private static List<Object> files(String email) {
        return desk
                .database()
                .sql("select a.name from attachments a join users u on u.id = a.user_id where u.email = ?", email)
                .stream()
                .map(row -> row.get("name"))
                .toList();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private static HttpRequest.Builder from(Browser browser, String email, String name) {
        return said(browser.request(SUPPORT), email, name);
    }

    private static HttpRequest.Builder said(HttpRequest.Builder request, String email, String name) {
        return request.header("X-Remote-Email", email).header("X-Remote-Name", name);
    }

    private static List<Map<String, Object>> users(String email) {
        return desk.database().sql("select full_name, password_hash from users where lower(email) = lower(?)", email);
    }
}
