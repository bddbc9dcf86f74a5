package org.answerline.telegram.client;

import java.util.Set;
import java.util.TreeSet;

/**
 * How updates are to be sent.
 *
 * @param url where to, https
 * @param secretToken what Telegram sends with each in a header, 1-256 of A-Z a-z 0-9 _ -
 * @param maxConnections how many may be sent at once
 * @param allowedUpdates the kinds that are sent
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
public record SetWebhook(String url, String secretToken, int maxConnections, Set<String> allowedUpdates) {

    /** Everything that the desk understands, and nothing that it would throw away. */
    static final Set<String> KINDS =
            new TreeSet<>(Set.of("message", "edited_message", "my_chat_member", "callback_query"));

    /** Telegram's own default, named so that an earlier value does not stay. */
    static final int MAX_CONNECTIONS = 40;

    /** All updates that the desk understands, to this address with this secret. */
    public static SetWebhook forDesk(String url, String secretToken) {
        return new SetWebhook(url, secretToken, MAX_CONNECTIONS, KINDS);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SetWebhook[" + url + "]";
    }
}
