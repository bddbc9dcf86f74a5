package org.answerline.webhook;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerline.conversation.ConversationFixture;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.telegram.update.Update;

/** Handles updates of Telegram on a real database, without a server: each in a transaction of its own. */
final class WebhookFixture implements AutoCloseable {

    final Beans beans;
    private final ConversationFixture desk;
    private long nextUpdateId = 10_000;

    /** With this operators' chat, the usual settings and these. */
    WebhookFixture(long operatorChat, Map<String, String> settings) {
        desk = new ConversationFixture(Stream.concat(
                        Stream.of(
                                "TELEGRAM_ADMIN_CHAT_ID",
                                "" + operatorChat,
                                "TELEGRAM_SUPPORT_BOT_USERNAME",
                                "SupportBot"),
                        settings.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue())))
                .toArray(String[]::new));
        beans = desk.beans;
    }

    /** A user with a linked chat. */
    long user(String name, long chat) {
        long id = desk.user(name);
        desk.link(id, chat);
        return id;
    }

    /** Asks a question on the site; returns its number. */
    long asks(long user) {
        return desk.ask(user, "A question").number();
    }

    /**
     * Handles an update about a message.
     *
     * @param kind the field of the update, such as "message" or "edited_message"
     * @param content the further fields of the message, quoted by apostrophes
     */
    void handle(String kind, long messageId, String content) {
        String json = ("{'update_id':" + nextUpdateId++ + ",'" + kind + "':{'message_id':" + messageId + ",'date':1,"
                        + content + "}}")
                .replace('\'', '"');
        try (var reader = Json.createReader(new StringReader(json))) {
            Update update = Update.read(reader.readObject());
            beans.inTransaction(() -> beans.get(UpdateHandler.class).handle(update));
        }
    }

    /** The texts that were sent to a chat, without notices and reactions, in their order. */
    static List<String> texts(long chat) {
        return SharedDatabase.sql(
                        "select text from deliveries where chat_id = ? and purpose not in ('NOTICE', 'RECEIPT') order by id",
                        chat)
                .stream()
                .map(row -> String.valueOf(row.get("text")))
                .toList();
    }

    @Override
    public void close() {
        desk.close();
    }
}
