package org.answerline.account.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.answerline.account.openid.OpenIdException.Reason;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** The sign-in at the OpenID provider: the authorization request and the handling of its response. */
@ApplicationScoped
public class OpenIdSignIn {
    @Inject
    OpenIdSettings settings;

    @Inject
    ProviderCache directory;

    @Inject
    Clock clock;

    /**
     * The result of a sign-in.
     *
     * @param next the path that was requested before signing in
     * @param signOutUrl the provider's sign-out URI, if it has one
     */
    public record Returned(VerifiedIdentity identity, String next, Optional<URI> signOutUrl) {}

    /** Returns the authorization request to redirect to; its state is kept in a cookie. */
    public URI begin(HttpServletRequest request, HttpServletResponse response, URI callback, String next)
            throws OpenIdException {
        ProviderMetadata provider = directory.provider();
        PendingSignIn begun = PendingSignIn.begun(next);
        PendingSignIns.add(begun, request, response);
        return new FormParameters()
                .with("response_type", "code")
                .with("client_id", settings.clientId())
                .with("redirect_uri", callback.toString())
                .with("scope", settings.scopes())
                .with("state", begun.state())
                .with("nonce", begun.nonce())
                .with("code_challenge", begun.challenge())
                .with("code_challenge_method", "S256")
                .at(provider.authorizationEndpoint());
    }

    /** Redeems the code of the response; the provider sends an error instead of a code if it refused. */
    public Returned finish(
            HttpServletRequest request, HttpServletResponse response, URI callback, Map<String, String> answer)
            throws OpenIdException {
        PendingSignIn begun = PendingSignIns.take(answer.getOrDefault("state", ""), request, response)
                .orElseThrow(() -> new OpenIdException(Reason.LOST, "no such sign-in was begun in this browser"));
        if (answer.get("code") == null) {
            throw new OpenIdException(Reason.DENIED, "the provider answered " + code(answer.get("error")));
        }
        ProviderMetadata provider = directory.provider();
        JsonObject tokens = redeem(provider, begun, callback, answer.get("code"));
        String token = tokens.getString("id_token", "");
        var keys = new HttpsJwksVerificationKeyResolver(provider.keys());
        JwtClaims claims =
                new IdToken(settings.issuer(), settings.clientId(), keys).claims(token, begun.nonce(), clock.instant());
        VerifiedIdentity identity =
                new UserClaims(provider, tokens.getString("access_token", "")).identity(settings.issuer(), claims);
        return new Returned(identity, begun.next(), signOutUrl(provider, token, callback));
    }

    // It came through the browser, so it could be any text, and it is written to the log.
    private static String code(String error) {
        return error != null && error.matches("[a-z_]{1,40}") ? error : "something else than a code";
    }

    private JsonObject redeem(ProviderMetadata provider, PendingSignIn begun, URI callback, String code)
            throws OpenIdException {
        FormParameters form = new FormParameters()
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", callback.toString())
                .with("code_verifier", begun.verifier());
        HttpRequest.Builder request = ProviderHttp.request(provider.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (provider.wantsSecretInForm()) {
            form.with("client_id", settings.clientId()).with("client_secret", settings.clientSecret());
        } else {
            request.header("Authorization", settings.basicCredentials());
        }
        return ProviderHttp.ask(request.POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    // https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout
    private Optional<URI> signOutUrl(ProviderMetadata provider, String token, URI callback) {
        return provider.endSessionEndpoint().map(endpoint -> new FormParameters()
                .with("id_token_hint", token)
                .with("client_id", settings.clientId())
                .with(
                        "post_logout_redirect_uri",
                        callback.resolve("../sign-out/").toString())
                .at(endpoint));
    }
}
