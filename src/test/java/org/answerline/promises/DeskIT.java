package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The harness itself: what the other tests here take for granted. */
@Tag("main-loop")
@UsesDesk({SharedDesk.USUAL, SharedDesk.INTERRUPTED})
class DeskIT {

    private static final String WEBHOOK = "/telegram/support-webhook/";

    @Test
    void hasItsWebhookRegisteredWithTheSecret() {
        var desk = SharedDesk.USUAL.desk();
        assertEquals(desk.url() + WEBHOOK, desk.telegram().webhook().url());
        assertEquals(200, desk.telegram().deliverRaw("{\"update_id\":1}"));
        assertEquals(
                403,
                desk.telegram()
                        .deliverRaw("{\"update_id\":1}", UUID.randomUUID().toString()));
    }

    @Test
    void letsABrowserSignUpAskAndRead() {
        var browser = SharedDesk.USUAL.desk().signUp("Ivan Petrov");
        var thanks = browser.ask("Greeting", "Здравствуйте!").expect(303);
        browser.follow(thanks).expect(200);
        browser.submitFeedback("Second", "And this");
        var messages = browser.thread().getJsonArray("messages");
        assertEquals(2, messages.size());
        assertEquals("Здравствуйте!", messages.getJsonObject(0).getString("text"));
    }

    @Test
    void comesBackAfterTheServerAndTheDatabaseWereKilled() {
        var desk = SharedDesk.INTERRUPTED.desk();
        desk.server().kill();
        assertThrows(RuntimeException.class, () -> desk.visitor().get(WEBHOOK));
        desk.database().kill();
        desk.database().restart();
        desk.server().restart();
        assertEquals(200, desk.telegram().deliverRaw("{\"update_id\":2}"));
    }

    @Test
    void saysWhyAnApplicationDoesNotStart() {
        var failure = assertThrows(
                IllegalStateException.class, () -> Desk.own(setup -> setup.setting("TELEGRAM_ADMIN_CHAT_ID", "Olga")));
        assertTrue(failure.getMessage().contains("TELEGRAM_ADMIN_CHAT_ID"), failure.getMessage());
    }
}
