package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.client.BotApi;

/** The bot's username: as configured, otherwise as reported by getMe and stored for times when Telegram cannot be reached. */
@ApplicationScoped
public class BotUsername {

    private static final Logger LOG = Log.of(BotUsername.class);

    @Inject
    private BotSettings settings;

    @Inject
    private KeyValueStore facts;

    @Inject
    private BotApi telegram;

    private volatile String username;
    private volatile boolean mayAsk;
    private volatile boolean asked;

    /** The username without @; empty until it is configured, stored or reported by Telegram. */
    public Optional<String> username() {
        if (username == null) {
            username = settings.configuredUsername()
                    .or(() -> facts.value(factName()))
                    .orElse(null);
        }
        return Optional.ofNullable(username);
    }

    /** Allows calls to Telegram from now on; called when the application has started. */
    public void allowAsking() {
        mayAsk = true;
    }

    /** Calls getMe unless it has succeeded since the start. Must not be called in a transaction. */
    public void learn() {
        if (!mayAsk || asked || settings.configuredUsername().isPresent()) {
            return;
        }
        try {
            String told = telegram.username();
            facts.remember(factName(), told);
            username = told;
            asked = true;
        } catch (BotApiException mayPass) {
            LOG.log(
                    Level.WARNING,
                    () -> "The bot's username could not be read from Telegram: "
                            + mayPass.getClass().getSimpleName() + ", " + mayPass.getMessage());
        }
    }

    /** Returns the key of the stored username, which contains the bot's id because another bot has another username. */
    private String factName() {
        return "bot." + settings.botId() + ".username";
    }
}
