package org.answerline.promises;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpRouterKt;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import org.answerline.sandbox.Ports;

/** A real OpenID provider in the JVM of the tests, whose sign-in form takes any name and any claims. */
final class OpenIdProvider implements AutoCloseable {
    private static final String REALM = "company";

    private final Map<String, JsonObject> userinfo = new ConcurrentHashMap<>();

    /** Holds the keys, which stay the same over a restart. */
    private final OAuth2TokenProvider tokens = new OAuth2TokenProvider();

    /** Chosen before the first start: only then may the port be taken again while earlier connections still close. */
    private final int port = Ports.free();

    private MockOAuth2Server server;

    OpenIdProvider() {
        restart();
    }

    private MockOAuth2Server server() {
        var withAForm = new OAuth2Config(true, null, null, false, tokens);
        return new MockOAuth2Server(withAForm, OAuth2HttpRouterKt.get("/userinfo", this::userinfo));
    }

    /** Answers nothing until it is restarted. */
    void stop() {
        server.shutdown();
    }

    /** Starts, or goes on at the same address and with the same keys. */
    void restart() {
        server = server();
        server.start(port);
    }

    /** What the desk is told as OIDC_ISSUER. */
    String issuer() {
        return server.issuerUrl(REALM).toString();
    }

    /** Lets a desk sign people in here. */
    void serve(DeskSetup desk) {
        desk.setting("SUPPORT_SIGN_IN", "oidc")
                .setting("OIDC_ISSUER", issuer())
                .setting("OIDC_CLIENT_ID", "desk")
                .setting("OIDC_CLIENT_SECRET", "s:cr%t");
    }

    /** Follows the desk to this provider's form. */
    URI leadTo(Browser person, String path) {
        return way(person.get("/account/sign-in/?next=" + path));
    }

    /** Where the desk's page goes on to by itself. */
    static URI way(Page page) {
        var refresh = page.expect(200).headers().firstValue("Refresh").orElseThrow();
        return URI.create(refresh.replaceFirst("^0; url=", ""));
    }

    /** From now on the userinfo tells this of a subject, in place of what the tokens tell; without a "sub" of its own, the subject's. */
    void tellAtUserinfo(String subject, Consumer<JsonObjectBuilder> claims) {
        var json = Json.createObjectBuilder().add("sub", subject);
        claims.accept(json);
        userinfo.put(subject, json.build());
    }

    private OAuth2HttpResponse userinfo(OAuth2HttpRequest request) {
        try {
            var token = request.getHeaders().get("Authorization").replaceFirst("^Bearer ", "");
            var subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
            var told = userinfo.getOrDefault(
                    subject, Json.createObjectBuilder().add("sub", subject).build());
            var headers = Headers.of("Content-Type", "application/json");
            return new OAuth2HttpResponse(headers, 200, told.toString(), null);
        } catch (ParseException noToken) {
            throw new IllegalStateException(noToken);
        }
    }

    /** Signs in as this subject and comes back with the code. */
    Page signIn(Browser person, String path, String subject, Consumer<JsonObjectBuilder> claims) {
        return person.get(
                comeBack(person, leadTo(person, path), subject, claims).toString());
    }

    /** Signs in at the form; the address that leads back to the desk. */
    URI comeBack(Browser person, URI form, String subject, Consumer<JsonObjectBuilder> claims) {
        var json = Json.createObjectBuilder();
        claims.accept(json);
        person.get(form.toString()).expect(200);
        return person.post(
                        form.toString(),
                        Map.of("username", subject, "claims", json.build().toString()))
                .expect(302)
                .location()
                .orElseThrow();
    }

    @Override
    public void close() {
        stop();
    }
}
