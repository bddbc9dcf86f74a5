package org.answerline.telegram.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.client.BotAdminClient.NoParameters;
import org.answerline.telegram.client.BotApiClient.CopyMessage;
import org.answerline.telegram.client.BotApiClient.CreateForumTopic;
import org.answerline.telegram.client.BotApiClient.DeleteMessages;
import org.answerline.telegram.client.BotApiClient.EditForumTopic;
import org.answerline.telegram.client.BotApiClient.ForumTopic;
import org.answerline.telegram.client.BotApiClient.GetFile;
import org.answerline.telegram.client.BotApiClient.NamedTopic;
import org.answerline.telegram.client.BotApiClient.ReactionType;
import org.answerline.telegram.client.BotApiClient.RemoteFile;
import org.answerline.telegram.client.BotApiClient.ReplyParameters;
import org.answerline.telegram.client.BotApiClient.SentMessage;
import org.answerline.telegram.client.BotApiClient.SetMessageReaction;
import org.answerline.telegram.client.BotApiClient.TopicIcon;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls of the Bot API that carry messages and files. Each sends at most one request, except {@link #open}, which sends two.
 *
 * <p>Every method throws the {@link BotApiException} that says what can be done about it.
 */
@ApplicationScoped
public class BotApi {

    @Inject
    @RestClient
    private BotApiClient client;

    @Inject
    @RestClient
    private BotApiUploadClient uploads;

    @Inject
    private BotAdminApi admin;

    @Inject
    private Settings settings;

    /**
     * Sends a message.
     *
     * @return its message_id, unique in that chat only
     */
    public long send(OutgoingMessage message) {
        return messageId(call(() -> client.sendMessage(message.request())));
    }

    /**
     * Sends a file or an album.
     *
     * @return the message_id of each, in their order
     */
    public List<Long> send(OutgoingMedia media) {
        if (media.isAlbum()) {
            List<SentMessage> album = media.isUpload()
                    ? call(() -> uploads.sendMediaGroup(media.albumForm()))
                    : call(() -> client.sendMediaGroup(media.albumRequest()));
            return album == null
                    ? List.of()
                    : album.stream().map(BotApi::messageId).toList();
        }
        SentMessage single = media.isUpload()
                ? call(() -> uploads.sendFile(media.method(), media.fileForm()))
                : call(() -> client.sendFile(media.method(), media.fileRequest()));
        return List.of(messageId(single));
    }

    /**
     * Copies a message of any chat that the bot is in, without its author.
     *
     * @param threadId the topic of a forum, or null
     * @param replyTo the message of the new chat that the copy replies to, or null
     * @return the message_id of the copy
     * @see <a href="https://core.telegram.org/bots/api#copymessage">copyMessage</a>
     */
    public long copy(long chatId, Long threadId, long fromChatId, long messageId, Long replyTo) {
        CopyMessage copy = new CopyMessage(chatId, threadId, fromChatId, messageId, ReplyParameters.to(replyTo));
        return messageId(call(() -> client.copyMessage(copy)));
    }

    private static long messageId(SentMessage message) {
        if (message == null || message.messageId() == null) {
            throw new BotApiException.OutcomeUnknown("ok without a message_id");
        }
        return message.messageId();
    }

    /**
     * Downloads a file.
     *
     * @param fileId as a message named it
     * @return its content, which the caller closes; reading it fails unless all of it comes in time
     */
    public InputStream open(String fileId) {
        RemoteFile file = call(() -> client.getFile(new GetFile(fileId)));
        if (file == null || file.filePath() == null || file.filePath().isEmpty()) {
            throw new BotApiException.OutcomeUnknown("ok without a file_path");
        }
        InputStream content = BotApiException.translating(() -> client.download(file.filePath()));
        long size = file.fileSize() == null ? 0 : file.fileSize();
        return new TimedInputStream(content, size, settings.get(TelegramSettings.UPLOAD_TIMEOUT));
    }

    /**
     * Changes the text of a message of the bot, or the caption of its files.
     *
     * @param messageId the message that is changed
     * @param text the new text; what it replies to cannot be changed
     * @see <a href="https://core.telegram.org/bots/api#editmessagetext">editMessageText</a>
     */
    public void edit(long messageId, OutgoingMessage text) {
        try {
            call(() -> client.editMessageText(text.editRequest(messageId)));
        } catch (BotApiException.Refused refused) {
            if (!String.valueOf(refused.getMessage()).contains("no text in the message")) {
                throw refused;
            }
            call(() -> client.editMessageCaption(text.captionRequest(messageId)));
        }
    }

    /** Puts a reaction on a message. */
    public void react(long chatId, long messageId, String emoji) {
        List<ReactionType> reaction = List.of(new ReactionType("emoji", emoji));
        call(() -> client.setMessageReaction(new SetMessageReaction(chatId, messageId, reaction)));
    }

    /**
     * Deletes messages of the bot; those that no longer exist are skipped. After an exception none was deleted, as far as is known.
     *
     * @param messageIds at most 100
     * @see <a href="https://core.telegram.org/bots/api#deletemessages">deleteMessages</a>
     */
    public void delete(long chatId, List<Long> messageIds) {
        call(() -> client.deleteMessages(new DeleteMessages(chatId, messageIds)));
    }

    /**
     * Creates a topic in a forum; each call creates another one.
     *
     * @param name 1 to 128 characters
     * @return its message_thread_id
     * @see <a href="https://core.telegram.org/bots/api#createforumtopic">createForumTopic</a>
     */
    public long createTopic(long chatId, String name) {
        ForumTopic topic = call(() -> client.createForumTopic(new CreateForumTopic(chatId, name)));
        if (topic == null || topic.messageThreadId() == null) {
            throw new BotApiException.OutcomeUnknown("ok without a message_thread_id");
        }
        return topic.messageThreadId();
    }

    /** Renames a topic. */
    public void renameTopic(long chatId, long threadId, String name) {
        call(() -> client.editForumTopic(new EditForumTopic(chatId, threadId, name, null)));
    }

    /** The icons that topics may have: the custom_emoji_id of each emoji, which is without its variation selector. */
    public Map<String, String> topicIcons() {
        Map<String, String> icons = new HashMap<>();
        for (TopicIcon icon : call(() -> client.getForumTopicIconStickers(new NoParameters()))) {
            if (icon.emoji() != null && icon.customEmojiId() != null) {
                icons.putIfAbsent(icon.emoji().replace("\uFE0F", ""), icon.customEmojiId());
            }
        }
        return icons;
    }

    /** Gives a topic another icon. */
    public void setTopicIcon(long chatId, long threadId, String iconId) {
        call(() -> client.editForumTopic(new EditForumTopic(chatId, threadId, null, iconId)));
    }

    /** Opens a closed topic. */
    public void reopenTopic(long chatId, long threadId) {
        call(() -> client.reopenForumTopic(new NamedTopic(chatId, threadId)));
    }

    /** Deletes a topic with all messages in it. */
    public void deleteTopic(long chatId, long threadId) {
        call(() -> client.deleteForumTopic(new NamedTopic(chatId, threadId)));
    }

    /** The bot's username, without @. */
    public String username() {
        String username = admin.me().result().username();
        if (username.isEmpty()) {
            throw new BotApiException.OutcomeUnknown("ok without a username");
        }
        return username;
    }

    /** Whether the Bot API answers getMe at the moment: if it does, the fault of another call is that call's own. */
    public boolean answers() {
        try {
            admin.me();
            return true;
        } catch (BotApiException fault) {
            return false;
        }
    }

    /** Whether the bot may send texts to a group at present; if not, it may send nothing that replaces a file. */
    public boolean maySendTexts(long chatId) {
        return admin.maySendTexts(chatId);
    }

    private static <T> T call(Supplier<BotApiResponse<T>> request) {
        return BotApiException.translating(request).result();
    }
}
