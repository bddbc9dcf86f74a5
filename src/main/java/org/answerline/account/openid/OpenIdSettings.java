package org.answerline.account.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInSettings;

/** The provider and this client's credentials; the start-up check ensures that all are set. */
@ApplicationScoped
class OpenIdSettings {
    @Inject
    Settings settings;

    String issuer() {
        return settings.get(SignInSettings.ISSUER);
    }

    String clientId() {
        return settings.get(SignInSettings.CLIENT_ID);
    }

    String clientSecret() {
        return settings.get(SignInSettings.CLIENT_SECRET);
    }

    String scopes() {
        return settings.get(SignInSettings.SCOPES);
    }

    /** The credentials for Basic authentication, form-encoded first: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1. */
    String basicCredentials() {
        String pair = FormParameters.encoded(clientId()) + ":" + FormParameters.encoded(clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
