package org.answerline.telegram.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.client.BotAdminClient.NoParameters;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The methods of the Bot API that carry messages and files; every call may throw {@link BotApiException}, and other faults are
 * translated by {@link BotApiException#of}.
 *
 * <p>The addresses have no token: {@link BotApiRequestFilter} inserts it. The empty path is for RESTEasy, which requires one and
 * would read {@code //sendMessage} as a host.
 *
 * @see <a href="https://core.telegram.org/bots/api#available-methods">Available methods</a>
 */
@Path("")
@RegisterRestClient(configKey = "telegram")
@RegisterProvider(BotApiRequestFilter.class)
@RegisterProvider(BotApiJsonProvider.class)
@RegisterProvider(BotApiExceptionMapper.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface BotApiClient {

    /** Sends a text. */
    @POST
    @Path("sendMessage")
    BotApiResponse<SentMessage> sendMessage(SendMessage message);

    /** Sends a file that Telegram already has, by the method of its type. */
    @POST
    @Path("{method}")
    BotApiResponse<SentMessage> sendFile(@PathParam("method") String method, SendFile file);

    /** Sends an album of files that Telegram already has. */
    @POST
    @Path("sendMediaGroup")
    BotApiResponse<List<SentMessage>> sendMediaGroup(SendMediaGroup album);

    /** Copies a message from another chat; the result has its message_id only. */
    @POST
    @Path("copyMessage")
    BotApiResponse<SentMessage> copyMessage(CopyMessage copy);

    /** Puts a reaction on a message. */
    @POST
    @Path("setMessageReaction")
    BotApiResponse<Boolean> setMessageReaction(SetMessageReaction reaction);

    /** Changes the text of a message. */
    @POST
    @Path("editMessageText")
    BotApiResponse<SentMessage> editMessageText(EditMessageText edit);

    /** Changes the caption of a file. */
    @POST
    @Path("editMessageCaption")
    BotApiResponse<SentMessage> editMessageCaption(EditMessageCaption edit);

    /** Deletes up to 100 messages. */
    @POST
    @Path("deleteMessages")
    BotApiResponse<Boolean> deleteMessages(DeleteMessages messages);

    /** Creates a topic in a forum. */
    @POST
    @Path("createForumTopic")
    BotApiResponse<ForumTopic> createForumTopic(CreateForumTopic topic);

    /** Changes the name or the icon of a topic. */
    @POST
    @Path("editForumTopic")
    BotApiResponse<Boolean> editForumTopic(EditForumTopic topic);

    /** Returns the icons that topics may have. */
    @POST
    @Path("getForumTopicIconStickers")
    BotApiResponse<List<TopicIcon>> getForumTopicIconStickers(NoParameters none);

    /** Opens a closed topic. */
    @POST
    @Path("reopenForumTopic")
    BotApiResponse<Boolean> reopenForumTopic(NamedTopic topic);

    /** Deletes a topic with all messages in it. */
    @POST
    @Path("deleteForumTopic")
    BotApiResponse<Boolean> deleteForumTopic(NamedTopic topic);

    /** Returns where a file can be downloaded for an hour. */
    @POST
    @Path("getFile")
    BotApiResponse<RemoteFile> getFile(GetFile file);

    /**
     * Downloads a file.
     *
     * @param filePath as getFile returned it
     * @return its content, which the caller closes
     */
    @GET
    @Path("file/{filePath}")
    @Produces(MediaType.WILDCARD)
    InputStream download(@PathParam("filePath") String filePath);

    /** Parameters of <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>; absent ones are null. */
    record SendMessage(
            long chatId,
            Long messageThreadId,
            String text,
            JsonArray entities,
            LinkPreviewOptions linkPreviewOptions,
            ReplyParameters replyParameters,
            JsonObject replyMarkup) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#editmessagetext">editMessageText</a>; absent ones are null. */
    record EditMessageText(
            long chatId,
            long messageId,
            String text,
            JsonArray entities,
            LinkPreviewOptions linkPreviewOptions,
            JsonObject replyMarkup) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#editmessagecaption">editMessageCaption</a>. */
    record EditMessageCaption(
            long chatId, long messageId, String caption, JsonArray captionEntities, JsonObject replyMarkup) {}

    /** How links in a text are shown. */
    record LinkPreviewOptions(boolean isDisabled) {}

    /** The message that is replied to. */
    record ReplyParameters(long messageId, boolean allowSendingWithoutReply) {

        /** A reply, or no reply when the id is null; sent without it when that message no longer exists. */
        static ReplyParameters to(Long messageId) {
            return messageId == null ? null : new ReplyParameters(messageId, true);
        }
    }

    /** Parameters of <a href="https://core.telegram.org/bots/api#sendphoto">sendPhoto</a> and its siblings; exactly one file is set. */
    record SendFile(
            long chatId,
            Long messageThreadId,
            String caption,
            JsonArray captionEntities,
            ReplyParameters replyParameters,
            String photo,
            String document,
            String audio,
            String video,
            String voice,
            String videoNote,
            String animation,
            String sticker) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#sendmediagroup">sendMediaGroup</a>. */
    record SendMediaGroup(long chatId, Long messageThreadId, List<InputMedia> media, ReplyParameters replyParameters) {}

    /** One file of an album: a file_id, or {@code attach://NAME} of a part of the same request. */
    record InputMedia(String type, String media, String caption, JsonArray captionEntities) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#copymessage">copyMessage</a>; absent ones are null. */
    record CopyMessage(
            long chatId, Long messageThreadId, long fromChatId, long messageId, ReplyParameters replyParameters) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#setmessagereaction">setMessageReaction</a>. */
    record SetMessageReaction(long chatId, long messageId, List<ReactionType> reaction) {}

    /** A reaction by an ordinary emoji. */
    record ReactionType(String type, String emoji) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#deletemessages">deleteMessages</a>. */
    record DeleteMessages(long chatId, List<Long> messageIds) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#createforumtopic">createForumTopic</a>. */
    record CreateForumTopic(long chatId, String name) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#editforumtopic">editForumTopic</a>; null leaves as it is. */
    record EditForumTopic(long chatId, long messageThreadId, String name, String iconCustomEmojiId) {}

    /** An icon, of type <a href="https://core.telegram.org/bots/api#sticker">Sticker</a>; both members may be null. */
    record TopicIcon(String emoji, String customEmojiId) {}

    /** Parameters of the methods that change nothing but a topic's state. */
    record NamedTopic(long chatId, long messageThreadId) {}

    /** A <a href="https://core.telegram.org/bots/api#forumtopic">ForumTopic</a>. */
    record ForumTopic(Long messageThreadId) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#getfile">getFile</a>. */
    record GetFile(String fileId) {}

    /** A <a href="https://core.telegram.org/bots/api#file">File</a>; both members may be null. */
    record RemoteFile(String filePath, Long fileSize) {}

    /** A <a href="https://core.telegram.org/bots/api#message">Message</a> that the bot sent. */
    record SentMessage(Long messageId) {}
}
