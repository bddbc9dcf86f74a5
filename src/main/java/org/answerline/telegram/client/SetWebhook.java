package org.answerline.telegram.client;

import java.util.Collections;
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

    /** The kinds of updates that the desk understands, sorted; it would throw any other away. */
    public static final Set<String> KINDS = Collections.unmodifiableSet(
            new TreeSet<>(Set.of("message", "edited_message", "my_chat_member", "callback_query")));

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
