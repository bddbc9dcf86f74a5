package org.answerline.telegram;

import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.TreeSet;
import org.answerline.platform.text.JsonReaders;

/**
 * How updates are to be sent.
 *
 * @param url where to, https
 * @param secret what Telegram has to say with each, 1-256 of A-Z a-z 0-9 _ -
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
public record SetWebhook(String url, String secret) {

    /** Everything that the desk understands, and nothing that it would throw away. */
    static final Set<String> KINDS = new TreeSet<>(Set.of("message", "edited_message", "my_chat_member"));

    /** Telegram's own default, named so that an earlier value does not stay. */
    static final int MAX_CONNECTIONS = 40;

    JsonObjectBuilder parameters() {
        return JsonReaders.createObjectBuilder()
                .add("url", url)
                .add("secret_token", secret)
                .add("max_connections", MAX_CONNECTIONS)
                .add("allowed_updates", JsonReaders.createArrayBuilder(KINDS));
    }

    @Override
    public String toString() {
        return "SetWebhook[" + url + "]";
    }
}
