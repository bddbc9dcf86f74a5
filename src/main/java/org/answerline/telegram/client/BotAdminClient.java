package org.answerline.telegram.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.answerline.telegram.BotApiResponse;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The methods of the Bot API that concern the bot itself, its webhook and its chats.
 *
 * <p>In the server it is a REST client; the command line, which has no server around it, implements it by {@link JdkBotAdminClient}.
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
public interface BotAdminClient {

    /** Returns whose token it is. */
    @POST
    @Path("getMe")
    BotApiResponse<BotUser> getMe(NoParameters none);

    /** Returns a chat. */
    @POST
    @Path("getChat")
    BotApiResponse<ChatFullInfo> getChat(GetChat chat);

    /** Shows that the bot does something, for five seconds. */
    @POST
    @Path("sendChatAction")
    BotApiResponse<Boolean> sendChatAction(SendChatAction action);

    /** Returns a member of a chat. */
    @POST
    @Path("getChatMember")
    BotApiResponse<ChatMember> getChatMember(GetChatMember member);

    /** Returns how updates are sent. */
    @POST
    @Path("getWebhookInfo")
    BotApiResponse<WebhookInfo> getWebhookInfo(NoParameters none);

    /** Sets where updates are sent. */
    @POST
    @Path("setWebhook")
    BotApiResponse<Boolean> setWebhook(SetWebhook webhook);

    /** Sets the commands that Telegram offers in a chat. */
    @POST
    @Path("setMyCommands")
    BotApiResponse<Boolean> setMyCommands(SetMyCommands commands);

    /** Stops the sending of updates; waiting ones are kept. */
    @POST
    @Path("deleteWebhook")
    BotApiResponse<Boolean> deleteWebhook(NoParameters none);

    /** The empty object. */
    record NoParameters() {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#getchat">getChat</a>. */
    record GetChat(long chatId) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#sendchataction">sendChatAction</a>. */
    record SendChatAction(long chatId, String action) {}

    /** Parameters of <a href="https://core.telegram.org/bots/api#getchatmember">getChatMember</a>. */
    record GetChatMember(long chatId, long userId) {}

    /** A <a href="https://core.telegram.org/bots/api#chatmember">ChatMember</a>; every member may be null. */
    record ChatMember(String status, Boolean canManageTopics, Boolean canSendMessages) {

        /** As far as nothing is known. */
        static final ChatMember UNKNOWN = new ChatMember(null, null, null);

        /** Replaces null, which stands for a member that is absent. */
        public ChatMember {
            status = status == null ? "" : status;
            canManageTopics = canManageTopics != null && canManageTopics;
            canSendMessages = canSendMessages == null || canSendMessages;
        }

        /** Whether the permissions of its group do not limit what it may send. */
        public boolean isAboveThePermissions() {
            return status.equals("creator") || status.equals("administrator");
        }

        /** Whether it was not forbidden by itself to send texts. */
        public boolean maySendTexts() {
            return !status.equals("restricted") || canSendMessages;
        }

        /** Whether it may create topics of a forum; the creator of a group may do everything. */
        public boolean mayManageTopics() {
            return status.equals("creator") || (status.equals("administrator") && canManageTopics);
        }
    }
}
