package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.operations.registration.WebhookAutoRegistration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when the schema is right, the workers have begun and the webhook's registration was tried; whether Telegram took it is not
 * waited for.
 */
@Startup
@ApplicationScoped
public class StartupCheck implements DetailedHealthCheck {

    @Inject
    private WebhookAutoRegistration webhook;

    private volatile boolean open;

    /** Everything else stands: the migration came before all of it. */
    void opened() {
        open = true;
    }

    @Override
    public HealthCheckResponse details() {
        return HealthCheckResponse.named("start")
                .withData("open", open)
                .withData("webhook", webhook.isTried() ? "tried" : "not tried yet")
                .status(open && webhook.isTried())
                .build();
    }
}
