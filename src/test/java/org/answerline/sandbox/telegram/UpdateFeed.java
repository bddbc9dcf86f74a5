package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.answerline.sandbox.telegram.Webhook.QueueKey;

/** Numbers updates, remembers the newest of them and puts each into the queue where Telegram would put it. */
final class UpdateFeed {
    private static final int REMEMBERED = 20_000;

    private final Webhook webhook;
    private final JsonObject bot;
    private final Map<Long, SandboxUpdate> recent = new LinkedHashMap<>();
    private long lastId = ThreadLocalRandom.current().nextLong(100_000_000, 900_000_000);

    UpdateFeed(Webhook webhook, JsonObject bot) {
        this.webhook = webhook;
        this.bot = bot;
    }

    SandboxUpdate message(SandboxMessage message) {
        return add("message", new QueueKey("message", message.chatId()), message.json());
    }

    SandboxUpdate edited(SandboxMessage message) {
        return add("edited_message", new QueueKey("message", message.chatId()), message.json());
    }

    SandboxUpdate callback(Person person, JsonObject query) {
        return add("callback_query", new QueueKey("callback_query", person.id()), query);
    }

    SandboxUpdate reaction(Chat chat, JsonObject change) {
        return add("message_reaction", new QueueKey("message_reaction", chat.id()), change);
    }

    SandboxUpdate membership(Chat chat, Person by, String before, String after) {
        JsonObject change = Json.createObjectBuilder()
                .add("chat", chat.json())
                .add("from", by.user())
                .add("date", Instant.now().getEpochSecond())
                .add(
                        "old_chat_member",
                        Json.createObjectBuilder().add("user", bot).add("status", before))
                .add(
                        "new_chat_member",
                        Json.createObjectBuilder().add("user", bot).add("status", after))
                .build();
        return add("my_chat_member", new QueueKey("my_chat_member", chat.id()), change);
    }

    private synchronized SandboxUpdate add(String kind, QueueKey queue, JsonObject content) {
        long id = ++lastId;
        JsonObject json = Json.createObjectBuilder()
                .add("update_id", id)
                .add(kind, content)
                .build();
        SandboxUpdate update = new SandboxUpdate(id, kind, AsciiJson.write(json));
        recent.put(id, update);
        recent.remove(id - REMEMBERED);
        webhook.add(queue, update);
        return update;
    }

    synchronized Optional<SandboxUpdate> find(long id) {
        return Optional.ofNullable(recent.get(id));
    }

    synchronized List<SandboxUpdate> recent() {
        return List.copyOf(recent.values());
    }
}
