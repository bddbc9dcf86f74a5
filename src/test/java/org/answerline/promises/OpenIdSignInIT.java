package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With SUPPORT_SIGN_IN=oidc an OpenID provider says who is there; it is a real one. */
@UsesDesk(SharedDesk.OPENID)
class OpenIdSignInIT {
    private static final String SUPPORT = "/support/";
    private static OpenIdProvider provider;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPENID.desk();
        provider = desk.provider();
    }

    @Test
    void atFirstSightAnAccountIsMadeAndThePathIsKept() {
        var ann = desk.visitor();
        var subject = UUID.randomUUID().toString();
        var back = provider.signIn(ann, "/account/telegram/", subject, verified(subject, "Анна Ким"));
        assertEquals(
                "/account/telegram/", back.expect(303).location().orElseThrow().getPath());
        ann.get("/account/telegram/").expect(200);
        ann.ask("", "Who am I?").expect(303);
        assertEquals(
                List.of("Анна Ким"),
                column("select full_name from users where email = ? and password_hash is null", address(subject)));
        assertEquals(
                List.of(provider.issuer()),
                column("select issuer from external_identities where subject = ?", subject));
    }

    @Test
    void theSubjectIsThePersonWhateverTheAddress() {
        var subject = UUID.randomUUID().toString();
        signIn(desk.visitor(), subject, verified(subject, "Ann")).expect(303);
        var again = desk.visitor();
        signIn(again, subject, verified("new-" + subject, "Ann Kim")).expect(303);
        again.get(SUPPORT).expect(200);
        assertEquals(
                List.of("Ann Kim"),
                column(
                        "select full_name from users u join external_identities i on i.user_id = u.id where subject = ?",
                        subject));
        assertEquals(List.of(), column("select 1 from users where email = ?", address("new-" + subject)));
    }

    @Test
    void thereIsNoSessionBeforeAndWhatIsAskedCannotBeGuessed() {
        var ann = desk.visitor();
        var form = provider.leadTo(ann, SUPPORT);
        for (var parameter : List.of("state=", "nonce=", "code_challenge_method=S256", "code_challenge=")) {
            assertTrue(form.getQuery().contains(parameter), form.getQuery());
        }
        assertFalse(hasSession(ann));
        var subject = UUID.randomUUID().toString();
        var callback = provider.comeBack(ann, form, subject, verified(subject, "Ann"));
        ann.get(callback.toString()).expect(303);
        assertTrue(hasSession(ann));
        refused(403, "lost", ann.get(callback.toString()));
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() {
        var subject = UUID.randomUUID().toString();
        refused(403, "address", signIn(desk.visitor(), subject, claims -> claims.add("email", address(subject))
                .add("email_verified", false)));
        refused(403, "address", signIn(desk.visitor(), subject, claims -> claims.add("name", "Ann")));
        assertEquals(List.of(), column("select 1 from users where email = ?", address(subject)));
    }

    @Test
    void anAddressThatCouldBeTakenForAnotherOpensNothing() {
        var subject = UUID.randomUUID().toString();
        var email = "\u0130" + address(subject);
        refused(403, "address_form", signIn(desk.visitor(), subject, claims -> claims.add("email", email)
                .add("email_verified", true)));
        assertEquals(List.of(), column("select 1 from users where email = ?", email));
    }

    @Test
    void whatTheTokenDoesNotTellTheUserinfoTells() {
        var all = UUID.randomUUID().toString();
        provider.tellAtUserinfo(all, verified(all, "Анна Ким"));
        signIn(desk.visitor(), all, nothing -> {}).expect(303);
        assertEquals(List.of("Анна Ким"), column("select full_name from users where email = ?", address(all)));

        var name = UUID.randomUUID().toString();
        provider.tellAtUserinfo(name, claims -> claims.add("name", "Bob")
                .add("email", "b@example.org")
                .add("email_verified", false));
        signIn(desk.visitor(), name, claims -> claims.add("email", address(name)))
                .expect(303);
        assertEquals(List.of("Bob"), column("select full_name from users where email = ?", address(name)));
    }

    @Test
    void theUserinfoIsBelievedOfTheSubjectAloneAndOfAVerifiedAddress() {
        var subject = UUID.randomUUID().toString();
        provider.tellAtUserinfo(subject, claims -> claims.add("sub", "another").add("email", address(subject)));
        refused(403, "unproved", signIn(desk.visitor(), subject, nothing -> {}));
        provider.tellAtUserinfo(
                subject, claims -> claims.add("email", address(subject)).add("email_verified", false));
        refused(403, "address", signIn(desk.visitor(), subject, claims -> claims.add("email_verified", true)));
        assertEquals(List.of(), column("select 1 from users where email = ?", address(subject)));
    }

    @Test
    void anAccountThatSomebodyOnlyTypedTheAddressOfGoesToItsVerifiedOwner() {
        var subject = UUID.randomUUID().toString();
        desk.database()
                .sql(
                        "insert into users (email, full_name, password_hash, created_at) values (?, 'Eve', 'x', now()) returning id",
                        address(subject));
        Consumer<JsonObjectBuilder> unsure = claims -> claims.add("email", address(subject));
        refused(409, "taken", signIn(desk.visitor(), subject, unsure));
        var ann = desk.visitor();
        signIn(ann, subject, verified(subject, "Ann")).expect(303);
        assertEquals(
                List.of("Ann"),
                column("select full_name from users where email = ? and password_hash is null", address(subject)));
        assertEquals(
                1, ann.get("/account/").expect(200).html().select("#adopted").size());
    }

    @Test
    void anAccountWithAPasswordIsNotTakenOver() {
        var subject = UUID.randomUUID().toString();
        desk.database()
                .sql(
                        "insert into users (email, full_name, password_hash, created_at) values (?, 'Eve', 'x', now()) returning id",
                        address(subject));
        desk.database()
                .sql("update users set email_confirmed_at = now() where email = ? returning id", address(subject));
        refused(409, "taken", signIn(desk.visitor(), subject, verified(subject, "Ann")));
        assertEquals(List.of("Eve"), column("select full_name from users where email = ?", address(subject)));
    }

    @Test
    void anAccountWithoutAPasswordGoesToItsFirstVerifiedOwner() {
        var subject = UUID.randomUUID().toString();
        desk.database()
                .sql(
                        "insert into users (email, full_name, created_at) values (?, 'Ann', now()) returning id",
                        address(subject));
        Consumer<JsonObjectBuilder> unsure = claims -> claims.add("email", address(subject));
        refused(409, "taken", signIn(desk.visitor(), subject, unsure));
        signIn(desk.visitor(), subject, verified(subject, "Ann Kim")).expect(303);
        assertEquals(List.of("Ann Kim"), column("select full_name from users where email = ?", address(subject)));
        refused(409, "taken", signIn(desk.visitor(), "a-successor", verified(subject, "Bob")));
    }

    @Test
    void ofTwoWhoComeAtOnceWithOneUnverifiedAddressOneGetsTheAccount() throws Exception {
        var address = address(UUID.randomUUID().toString());
        Consumer<JsonObjectBuilder> unsure = claims -> claims.add("email", address);
        var eve = desk.visitor();
        var ann = desk.visitor();
        var evesForm = provider.leadTo(eve, SUPPORT);
        var annsForm = provider.leadTo(ann, SUPPORT);
        var evesWay = provider.comeBack(eve, evesForm, "eve-" + address, unsure).toString();
        var annsWay = provider.comeBack(ann, annsForm, "ann-" + address, unsure).toString();
        try (var first = desk.database().dataSource().getConnection()) {
            first.setAutoCommit(false);
            try (var insert = first.prepareStatement(
                    "insert into users (email, full_name, created_at) values (?, 'A third', now())")) {
                insert.setString(1, address);
                insert.execute();
            }
            var both = CompletableFuture.supplyAsync(() -> atOnce(eve, evesWay, ann, annsWay));
            Await.until(
                    "both have looked and found nobody",
                    () -> column("select pid from pg_stat_activity where wait_event_type = 'Lock'")
                                    .size()
                            == 2);
            first.rollback();
            assertEquals(List.of(303, 409), both.get());
        }
        assertEquals(
                1,
                column("select subject from external_identities where subject like ?", "%" + address)
                        .size());
    }

    private static List<Integer> atOnce(Browser one, String onesWay, Browser other, String othersWay) {
        try {
            return Updates.<Integer>atOnce(List.of(() -> one.get(onesWay).status(), () -> other.get(othersWay)
                            .status()))
                    .stream()
                    .sorted()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoCancelsIsToldAndMayBeginAgain() {
        var ann = desk.visitor();
        var state = state(provider.leadTo(ann, SUPPORT));
        var page = ann.get("/account/callback/?error=access_denied&state=" + state);
        refused(403, "denied", page);
        assertTrue(page.html().select("main a.button").attr("href").startsWith("/account/sign-in/"));
    }

    @Test
    void aSignInBegunElsewhereIsWorthNothing() {
        var subject = UUID.randomUUID().toString();
        var eve = desk.visitor();
        var callback = provider.comeBack(eve, provider.leadTo(eve, SUPPORT), subject, verified(subject, "Eve"));
        var ann = desk.visitor();
        refused(403, "lost", ann.get(callback.toString()));
        provider.leadTo(ann, SUPPORT);
        refused(403, "lost", ann.get(callback.toString()));
        refused(403, "lost", ann.get("/account/callback/"));
        assertEquals(List.of(), column("select 1 from users where email = ?", address(subject)));
    }

    @Test
    void aCodeThatWasNeverGivenOpensNothing() {
        var ann = desk.visitor();
        var state = state(provider.leadTo(ann, SUPPORT));
        ann.get("/account/callback/?code=made-up&state=" + state).expect(403);
        ann.get("/account/").expect(303);
    }

    /** Browsers apply form-action to each redirect of a form, also to those of the provider. */
    @Test
    void noFormLeadsToTheProviderByRedirects() {
        var ann = desk.visitor();
        var page = ann.follow(ann.ask("", "Asked before signing in").expect(303));
        var way = OpenIdProvider.way(page).toString();
        assertTrue(way.startsWith(provider.issuer()), way);
        assertEquals(way, page.html().select("main a.button").attr("href"));
    }

    @Test
    void localSignInIsNotOffered() {
        var ann = desk.visitor();
        ann.post("/account/sign-in/", Map.of("email", "a@example.org", "password", Browser.PASSWORD))
                .expect(403);
        assertTrue(OpenIdProvider.way(ann.get("/account/sign-up/")).toString().startsWith(provider.issuer()));
    }

    @Test
    void signingOutGoesOnToTheProvider() {
        var ann = desk.visitor();
        var subject = UUID.randomUUID().toString();
        signIn(ann, subject, verified(subject, "Ann")).expect(303);
        var after = ann.submit("/account/sign-out/", Map.of()).expect(303);
        var page = ann.follow(after).expect(200);
        assertEquals("You are signed out", page.html().select("h1").text());
        var refresh = page.headers().firstValue("Refresh").orElseThrow();
        assertTrue(refresh.startsWith("0; url=" + provider.issuer() + "/endsession?id_token_hint="), refresh);
        var home = ann.get(refresh.substring(refresh.indexOf('=') + 1))
                .expect(302)
                .location()
                .orElseThrow();
        assertEquals(desk.url() + "/account/sign-out/", home.toString());
        var reloaded = ann.get(home.toString()).expect(200);
        assertEquals("You are signed out", reloaded.html().select("h1").text());
        assertEquals(Optional.empty(), reloaded.headers().firstValue("Refresh"), "the provider leads here again");
        ann.get("/account/").expect(303);
    }

    @Test
    void whileTheProviderIsAwayThisIsSaid() {
        var ann = desk.visitor();
        var state = state(provider.leadTo(ann, SUPPORT));
        provider.stop();
        try {
            var russian =
                    ann.request("/account/callback/?code=any&state=" + state).header("Accept-Language", "ru");
            var page = ann.send(russian.GET()).expect(503);
            assertEquals("Вход временно недоступен", page.html().select("h1").text());
        } finally {
            provider.restart();
        }
    }

    private static Page signIn(Browser person, String subject, Consumer<JsonObjectBuilder> claims) {
        return provider.signIn(person, SUPPORT, subject, claims);
    }

    private static Consumer<JsonObjectBuilder> verified(String who, String name) {
        return claims ->
                claims.add("email", address(who)).add("email_verified", true).add("name", name);
    }

    private static String address(String who) {
        return who + "@example.org";
    }

    private static void refused(int status, String kind, Page page) {
        var words = org.answerline.platform.text.Texts.in("en").get("account.openid." + kind + ".text");
        assertEquals(words, page.expect(status).html().select("main p.lead").text());
    }

    private static String state(URI form) {
        return form.getQuery().replaceFirst(".*state=([^&]+).*", "$1");
    }

    private static boolean hasSession(Browser browser) {
        return browser.cookies().getCookieStore().get(desk.url()).stream()
                .anyMatch(cookie -> cookie.getName().equals("JSESSIONID"));
    }

    private static List<Object> column(String sql, Object... parameters) {
        return desk.database().sql(sql, parameters).stream()
                .map(row -> row.values().iterator().next())
                .map(Object.class::cast)
                .toList();
    }
}
