package org.answerline.promises;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** A real OpenID provider in the JVM of the tests, whose sign-in form takes any name and any claims. */
final class OpenIdProvider implements AutoCloseable {
    private static final String REALM = "company";

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));

    OpenIdProvider() {
        server.start();
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
        var page = person.follow(person.get(path).expect(303));
        return page.location().orElseThrow();
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
        server.shutdown();
    }
}
