package org.answerline.account.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Caches the provider's metadata for an hour. */
@ApplicationScoped
class ProviderCache {
    private static final Duration KEPT = Duration.ofHours(1);

    private record Look(ProviderMetadata provider, long at) {}

    @Inject
    OpenIdSettings settings;

    private volatile Look last;

    ProviderMetadata provider() throws OpenIdException {
        Look look = last;
        if (look == null || System.nanoTime() - look.at() > KEPT.toNanos()) {
            look = new Look(ProviderMetadata.discover(settings.issuer()), System.nanoTime());
            last = look;
        }
        return look.provider();
    }
}
