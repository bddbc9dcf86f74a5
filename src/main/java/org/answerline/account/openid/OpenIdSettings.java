package org.answerline.account.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which provider is asked, and who we are to it; the start has made sure that all are set. */
@ApplicationScoped
class OpenIdSettings {
    @Inject
    @ConfigProperty(name = "OIDC_ISSUER")
    Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "OIDC_CLIENT_ID")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "OIDC_CLIENT_SECRET")
    Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = "OIDC_SCOPES", defaultValue = "openid email profile")
    String scopes;

    String issuer() {
        return issuer.orElseThrow().strip();
    }

    String clientId() {
        return clientId.orElseThrow().strip();
    }

    String clientSecret() {
        return clientSecret.orElseThrow().strip();
    }

    String scopes() {
        return scopes.strip();
    }

    /** Both parts are form-encoded first: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1. */
    String basicCredentials() {
        String pair = FormParameters.encoded(clientId()) + ":" + FormParameters.encoded(clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
