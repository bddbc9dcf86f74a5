package org.answerline.telegram.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.answerline.telegram.BotApiJson;
import org.answerline.telegram.client.BotApiClient.EditMessageCaption;
import org.answerline.telegram.client.BotApiClient.EditMessageText;
import org.answerline.telegram.client.BotApiClient.LinkPreviewOptions;
import org.answerline.telegram.client.BotApiClient.ReplyParameters;
import org.answerline.telegram.client.BotApiClient.SendMessage;

/**
 * A text message to one chat.
 *
 * @param entities a JSON array of MessageEntity, or null; with it a text needs no escaping and no user can break its layout
 * @param threadId the topic of a forum, or null
 * @param replyToMessageId the message of that chat it answers, or null; sent without it when that message is gone
 * @param keyboard the buttons under the text as a JSON InlineKeyboardMarkup, or null
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>
 */
public record OutgoingMessage(
        long chatId, Long threadId, String text, String entities, Long replyToMessageId, String keyboard) {

    /** A text without buttons that names no topic. */
    public OutgoingMessage(long chatId, String text, String entities, Long replyToMessageId) {
        this(chatId, null, text, entities, replyToMessageId, null);
    }

    public SendMessage request() {
        return new SendMessage(
                chatId,
                threadId,
                text,
                array(entities),
                new LinkPreviewOptions(true),
                ReplyParameters.to(replyToMessageId),
                markup());
    }

    EditMessageText editRequest(long messageId) {
        return new EditMessageText(chatId, messageId, text, array(entities), new LinkPreviewOptions(true), markup());
    }

    EditMessageCaption captionRequest(long messageId) {
        return new EditMessageCaption(chatId, messageId, text, array(entities), markup());
    }

    private JsonObject markup() {
        return keyboard == null ? null : BotApiJson.read(keyboard, JsonObject.class);
    }

    static JsonArray array(String json) {
        return json == null ? null : BotApiJson.read(json, JsonArray.class);
    }
}
