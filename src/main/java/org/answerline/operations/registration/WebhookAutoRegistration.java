package org.answerline.operations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotApiException;

/** Registers the webhook after the start if SUPPORT_PUBLIC_URL is set. */
@ApplicationScoped
public class WebhookAutoRegistration {

    private static final Logger LOG = Log.of(WebhookAutoRegistration.class);

    @Inject
    private Installation installation;

    private volatile boolean done;
    private volatile boolean tried;

    /** Whether it has been tried at least once since the start, or there is nothing to register. */
    public boolean isTried() {
        return tried || installation.webhookUrl().isEmpty();
    }

    /** The commands work without the menu too, so that a failure has no consequences. */
    private void offerCommands() {
        try {
            OperatorCommandMenu.register(installation);
        } catch (BotApiException refused) {
            LOG.log(
                    Level.WARNING,
                    () -> "Telegram does not offer the operators' commands in its menu: " + refused.getMessage());
        }
    }

    /** Tries until it has succeeded once since the start; after that only the owner changes it. Must not run in a transaction. */
    public void ensure() {
        Optional<String> url = installation.webhookUrl();
        if (done || url.isEmpty()) {
            return;
        }
        try {
            done = new WebhookRegistrar(installation).registerIfItDiffers(url.get());
            if (done) {
                LOG.log(Level.INFO, () -> "Telegram sends updates to " + url.get());
                offerCommands();
            }
        } catch (BotApiException | DatabaseException | SQLException temporary) {
            LOG.log(
                    Level.WARNING,
                    () -> "The webhook could not be registered; trying again: "
                            + temporary.getClass().getSimpleName() + ", " + temporary.getMessage());
        } finally {
            tried = true;
        }
    }
}
