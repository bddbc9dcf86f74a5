package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.answerline.platform.config.Settings;
import org.junit.jupiter.api.Test;

/** The secret is read as the settings' check and the webhook's registration read it, whatever the server does with blanks. */
class WebhookSecretTest {

    @Test
    void aLineEndOfTheFileItCameFromIsNotPartOfIt() {
        var secret = new WebhookSecret(new Settings(Map.of("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "abc\n")::get));
        assertTrue(secret.accepts("abc"));
        assertFalse(secret.accepts("abc\n"));
        assertFalse(secret.accepts(null));
    }

    @Test
    void blanksAreNoneSoThatTheOtherSpellingCounts() {
        var secret = new WebhookSecret(
                new Settings(Map.of("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "  ", "TELEGRAM_WEBHOOK_SECRET", "other")::get));
        assertTrue(secret.accepts("other"));
        assertFalse(secret.accepts("  "));
    }
}
