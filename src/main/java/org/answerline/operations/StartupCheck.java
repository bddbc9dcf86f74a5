package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.answerline.operations.registration.WebhookAutoRegistration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * UP when the schema is current, the background threads run and the registration of the webhook has been tried; the check does not wait
 * until Telegram has accepted it.
 */
@Startup
@ApplicationScoped
public class StartupCheck implements DetailedHealthCheck {

    @Inject
    private WebhookAutoRegistration webhook;

    private volatile boolean open;

    /** Everything has started; the database was migrated before. */
    void opened() {
        open = true;
    }

    /** Whether the background work has started. */
    boolean isOpen() {
        return open;
    }

    @Override
    public HealthCheckResponse details() {
        return DetailedHealthCheck.state(
                "start",
                open && webhook.isTried(),
                Map.of("open", open, "webhook", webhook.isTried() ? "tried" : "not tried yet"));
    }
}
