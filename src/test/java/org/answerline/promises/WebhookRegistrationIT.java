package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.junit.jupiter.api.Test;

/** With SUPPORT_PUBLIC_URL set the desk registers its webhook at the start, once for all nodes, with a secret even if none was chosen. */
class WebhookRegistrationIT {

    private static final String PUBLIC = "https://desk.example.org";
    private static final String URL = PUBLIC + "/telegram/support-webhook/";

    @Test
    void onOneNodeOnceAndAgainOnlyWhenItDiffers() {
        try (var desk = Desk.own(
                setup -> setup.nodes(2).withoutSecret().withoutWebhook().setting("SUPPORT_PUBLIC_URL", PUBLIC + "/"))) {
            Await.until("a webhook", () -> URL.equals(desk.telegram().webhook().url()));
            Await.until(
                    "both nodes to know",
                    () -> desk.server(0).log().contains("sends updates to " + URL)
                            && desk.server(1).log().contains("sends updates to " + URL));
            assertEquals(1, registrations(desk).size());
            var asked = registrations(desk).get(0).parameters();
            assertTrue(asked.get("secret_token").matches("[A-Za-z0-9_-]{40,}"));
            assertEquals(
                    "[\"callback_query\",\"edited_message\",\"message\",\"my_chat_member\"]",
                    asked.get("allowed_updates"));
            assertTrue(!asked.containsKey("drop_pending_updates"));
            theSecretIsDemanded(desk, asked.get("secret_token"));
            Await.until("the commands in the menu", () -> menus(desk).size() == 2);
            for (var menu : menus(desk)) {
                assertEquals("ok", menu.outcome());
                assertTrue(menu.parameters().get("scope").contains("\"chat_id\":500"), menu::toString);
                assertTrue(menu.parameters().get("commands").contains("\"command\":\"undo\""), menu::toString);
            }

            desk.server(1).restart();
            Await.until("the node to know again", () -> desk.server(1).log().contains("sends updates to " + URL));
            assertEquals(1, registrations(desk).size());
        }
    }

    @Test
    void byTheOwnersCommandToo() {
        try (var desk = Desk.own(setup -> setup.withoutSecret().withoutWebhook())) {
            assertEquals(200, desk.telegram().deliverTo(desk.url(), "{\"update_id\":1}", ""));
            var commands = new CommandLine(desk.environment());
            var set = commands.run("webhook", "set", "--url", PUBLIC);
            assertEquals(new CommandLine.Outcome(0, "Webhook set: " + URL), set);
            var secret = registrations(desk).get(0).parameters().get("secret_token");
            Await.until(
                    "the secret in force", () -> desk.telegram().deliverTo(desk.url(), "{\"update_id\":2}", "") == 403);
            theSecretIsDemanded(desk, secret);

            assertTrue(commands.run("webhook", "info").words().contains(URL));
            assertEquals("Webhook deleted.", commands.run("webhook", "delete").words());
            assertTrue(commands.run("webhook", "info", "--json").words().contains("\"url\":\"\""));
            var nowhere = commands.run("webhook", "set");
            assertEquals(1, nowhere.exit());
            assertTrue(nowhere.words().contains("SUPPORT_PUBLIC_URL"), nowhere.words());
            var other = new HashMap<>(desk.environment());
            other.put("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AnotherToken");
            var refused = new CommandLine(other).run("webhook", "info");
            assertEquals(1, refused.exit());
            assertEquals(1, refused.words().lines().count(), refused.words());
        }
    }

    private static void theSecretIsDemanded(Desk desk, String secret) {
        assertEquals(403, desk.telegram().deliverTo(desk.url(), "{\"update_id\":11}", ""));
        assertEquals(403, desk.telegram().deliverTo(desk.url(), "{\"update_id\":11}", "wrong"));
        assertEquals(200, desk.telegram().deliverTo(desk.url(), "{\"update_id\":11}", secret));
        assertNotEquals(desk.telegram().token(), secret);
    }

    private static List<BotRequest> menus(Desk desk) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equalsIgnoreCase("setMyCommands"))
                .toList();
    }

    private static List<BotRequest> registrations(Desk desk) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equalsIgnoreCase("setWebhook"))
                .toList();
    }
}
