package org.answerline.operations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotApiException;

/** Registers the desk's webhook after a start, where the owner has said what the site's public address is. */
@ApplicationScoped
public class WebhookAutoRegistration {

    private static final Logger LOG = Log.of(WebhookAutoRegistration.class);

    @Inject
    private Installation installation;

    private volatile boolean done;
    private volatile boolean tried;

    /** Whether it was tried at least once since the start, or there is nothing to register. */
    public boolean isTried() {
        return tried || installation.webhookUrl().isEmpty();
    }

    /** Tries until it has succeeded once since the start; later changes are the owner's. Not for use in a transaction. */
    public void ensure() {
        Optional<String> url = installation.webhookUrl();
        if (done || url.isEmpty()) {
            return;
        }
        try {
            done = new WebhookRegistrar(installation).registerIfItDiffers(url.get());
            if (done) {
                LOG.log(Level.INFO, () -> "Telegram sends updates to " + url.get());
            }
        } catch (BotApiException | SQLException mayPass) {
            LOG.log(
                    Level.WARNING,
                    () -> "The webhook could not be registered; trying again: "
                            + mayPass.getClass().getSimpleName() + ", " + mayPass.getMessage());
        } finally {
            tried = true;
        }
    }
}
