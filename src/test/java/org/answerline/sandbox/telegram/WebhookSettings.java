package org.answerline.sandbox.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where updates go, as setWebhook said.
 *
 * @param url empty if no webhook is set
 * @param secret empty if the header is not to be sent
 * @param allowed the kinds named; empty means the default
 */
record WebhookSettings(String url, String secret, Set<String> allowed, int maxConnections) {
    static final WebhookSettings NONE = new WebhookSettings("", "", Set.of(), 40);
    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    boolean isSet() {
        return !url.isEmpty();
    }

    boolean wants(String kind) {
        return allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
    }

    WebhookSettings removed() {
        return new WebhookSettings("", "", allowed, maxConnections);
    }

    static Set<String> kinds(JsonArray names) {
        Set<String> kinds = new TreeSet<>();
        names.forEach(name -> kinds.add(name instanceof JsonString string ? string.getString() : name.toString()));
        return kinds;
    }
}
