package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotApi;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotSettings;

/** The bot's username: as configured, else as Telegram told us once, which is remembered for the times it cannot be asked. */
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

    /** The username without @; empty until it is configured, remembered or told. */
    public Optional<String> username() {
        if (username == null) {
            username = settings.configuredUsername()
                    .or(() -> facts.value(factName()))
                    .orElse(null);
        }
        return Optional.ofNullable(username);
    }

    /** The application stands: from now on Telegram may be asked. */
    public void allowAsking() {
        mayAsk = true;
    }

    /** Asks Telegram until it has answered once since the start; quick when it is known. Not for use in a transaction. */
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

    /** Another bot has another name: the fact belongs to the bot's id. */
    private String factName() {
        return "bot." + settings.botId() + ".username";
    }
}
