package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the page, or anybody over HTTP, is told of chats and messages. */
final class PageJson {
    private static final int CHATS = 40;
    static final int MESSAGES = 200;
    private static final Comparator<Chat> NEWEST_FIRST = Comparator.comparingLong(PageJson::lastDate)
            .thenComparingLong(Chat::id)
            .reversed();

    private PageJson() {}

    static JsonObject state(SandboxTelegram telegram, int messages) {
        JsonArrayBuilder chats = Json.createArrayBuilder();
        List<Chat> all = List.copyOf(telegram.chats().all());
        all.stream().sorted(NEWEST_FIRST).limit(CHATS).forEach(chat -> chats.add(chat(chat, messages)));
        WebhookInfo webhook = telegram.webhook();
        JsonArrayBuilder faults = Json.createArrayBuilder();
        telegram.faults()
                .inForce()
                .forEach(fault -> faults.add(fault.kind().name().toLowerCase(Locale.ROOT)));
        return Json.createObjectBuilder()
                .add("bot", telegram.botUsername())
                .add("operator", telegram.operator().person().user())
                .add("admin_chat_id", telegram.operator().chatId())
                .add("chat_count", all.size())
                .add("chats", chats)
                .add("faults", faults)
                .add(
                        "webhook",
                        Json.createObjectBuilder()
                                .add("url", webhook.url())
                                .add("pending", webhook.pending())
                                .add("last_error", webhook.lastErrorMessage()))
                .build();
    }

    private static long lastDate(Chat chat) {
        return chat.lastMessages(1).stream()
                .mapToLong(message -> message.date().getEpochSecond())
                .findFirst()
                .orElse(0);
    }

    private static JsonObject chat(Chat chat, int count) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        chat.lastMessages(count).forEach(message -> messages.add(message(message)));
        JsonObjectBuilder json = Json.createObjectBuilder(chat.json())
                .add("access", chat.access().name().toLowerCase(Locale.ROOT))
                .add("messages", messages);
        chat.forum().ifPresent(forum -> json.add("general_closed", forum.isGeneralClosed())
                .add("topics", topics(forum)));
        return json.build();
    }

    private static JsonArrayBuilder topics(Forum forum) {
        JsonArrayBuilder topics = Json.createArrayBuilder();
        forum.topics()
                .forEach(topic -> topics.add(Json.createObjectBuilder()
                        .add("id", topic.id())
                        .add("name", topic.name())
                        .add("icon", ForumMethods.ICONS.getOrDefault(topic.icon(), ""))
                        .add("closed", topic.closed())));
        return topics;
    }

    static JsonObject message(SandboxMessage message) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("chat_id", message.chatId())
                .add("id", message.id())
                .add("from_bot", message.fromBot())
                .add("deleted", message.deleted())
                .add("edited", message.edited())
                .add("reaction", message.reaction());
        return json.add("message", message.json()).build();
    }

    static JsonArray requests(SandboxTelegram telegram) {
        List<BotRequest> all = telegram.requests();
        JsonArrayBuilder json = Json.createArrayBuilder();
        all.subList(Math.max(0, all.size() - MESSAGES), all.size())
                .forEach(request -> json.add(Json.createObjectBuilder()
                        .add("at", request.at().toString())
                        .add("method", request.method())
                        .add("chat_id", request.chatId())
                        .add("status", request.status())
                        .add("outcome", request.outcome())
                        .add("carried_out", request.carriedOut())));
        return json.build();
    }
}
