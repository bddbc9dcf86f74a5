package org.answerline.account.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.answerline.platform.config.IdentitySettings;
import org.answerline.platform.config.Settings;

/** Checks tokens with the keys of the settings. */
@ApplicationScoped
public class IdentityTokens {
    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Optional<IdentityTokenVerifier> verifier = Optional.empty();

    @PostConstruct
    void readKeys() {
        Optional<VerificationKeys> secrets =
                settings.configured(IdentitySettings.SECRETS).map(SharedSecrets::new);
        verifier = secrets.or(() -> settings.configured(IdentitySettings.KEY_SET)
                        .map(location -> new PublishedKeys(new KeySetSource(location), clock)))
                .map(IdentityTokenVerifier::new);
    }

    /** Whether the owner has set keys; otherwise tokens are ignored. */
    public boolean areAccepted() {
        return verifier.isPresent();
    }

    /**
     * Checks a token.
     *
     * @throws IllegalStateException if tokens are not accepted
     */
    public TokenCheck check(String token) {
        return verifier.orElseThrow(() -> new IllegalStateException("No keys are set"))
                .check(token, clock.instant());
    }
}
