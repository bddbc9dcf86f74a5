package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The secret is read as the settings' check and the webhook's registration read it, whatever the server does with blanks. */
class WebhookSecretTest {

    @Test
    void aLineEndOfTheFileItCameFromIsNotPartOfIt() {
        var secret = new WebhookSecret(Optional.of("abc\n"), Optional.empty(), Optional.empty());
        assertTrue(secret.accepts("abc"));
        assertFalse(secret.accepts("abc\n"));
        assertFalse(secret.accepts(null));
    }

    @Test
    void blanksAreNoneSoThatTheOtherSpellingCounts() {
        var secret = new WebhookSecret(Optional.of("  "), Optional.of("other"), Optional.empty());
        assertTrue(secret.accepts("other"));
        assertFalse(secret.accepts("  "));
    }
}
