package org.answerline.account.openid;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.config.SignInSettings;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;

/**
 * The metadata of a provider.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">Provider metadata</a>
 */
final class ProviderMetadata {
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final JsonObject metadata;
    private final HttpsJwks keys;

    private ProviderMetadata(JsonObject metadata) {
        this.metadata = metadata;
        keys = new HttpsJwks(metadata.getString("jwks_uri"));
        Get get = new Get();
        get.setConnectTimeout(ProviderHttp.CONNECT_SECONDS * 1000);
        get.setReadTimeout(ProviderHttp.ANSWER_SECONDS * 1000);
        get.setRetries(1);
        keys.setSimpleHttpGet(get);
    }

    /** Requests the metadata; its issuer must be this one, so that another provider cannot take its place. */
    static ProviderMetadata discover(String issuer) throws OpenIdException {
        JsonObject metadata = ProviderHttp.ask(ProviderHttp.request(issuer.replaceFirst("/+$", "") + DOCUMENT));
        try {
            if (!metadata.getString("issuer").equals(issuer)) {
                throw unusable(
                        SignInSettings.ISSUER + " is not the provider's own name, " + metadata.getString("issuer"));
            }
            metadata.getString("authorization_endpoint");
            metadata.getString("token_endpoint");
            return new ProviderMetadata(metadata);
        } catch (NullPointerException | ClassCastException missing) {
            throw unusable("the provider's configuration lacks what the code flow needs");
        }
    }

    String authorizationEndpoint() {
        return metadata.getString("authorization_endpoint");
    }

    String tokenEndpoint() {
        return metadata.getString("token_endpoint");
    }

    Optional<String> userinfoEndpoint() {
        return Optional.ofNullable(metadata.getString("userinfo_endpoint", null));
    }

    Optional<String> endSessionEndpoint() {
        return Optional.ofNullable(metadata.getString("end_session_endpoint", null));
    }

    /** Whether the client secret has to be in the form; all other providers accept it in the header. */
    boolean wantsSecretInForm() {
        if (!metadata.containsKey("token_endpoint_auth_methods_supported")) {
            return false;
        }
        List<String> ways =
                metadata.getJsonArray("token_endpoint_auth_methods_supported").getValuesAs(JsonString::getString);
        return ways.contains("client_secret_post") && !ways.contains("client_secret_basic");
    }

    /** The provider's signing keys; they are cached, and requested again when a token names an unknown key. */
    HttpsJwks keys() {
        return keys;
    }

    private static OpenIdException unusable(String why) {
        return new OpenIdException(OpenIdException.Reason.UNAVAILABLE, why);
    }
}
