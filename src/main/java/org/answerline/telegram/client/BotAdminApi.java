package org.answerline.telegram.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.client.BotAdminClient.ChatMember;
import org.answerline.telegram.client.BotAdminClient.GetChat;
import org.answerline.telegram.client.BotAdminClient.GetChatMember;
import org.answerline.telegram.client.BotAdminClient.NoParameters;
import org.answerline.telegram.client.BotAdminClient.SendChatAction;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The administration of the bot: one request a call, in the server and on the command line.
 *
 * <p>Every method throws the {@link BotApiException} that says what can be done about it.
 */
@ApplicationScoped
public class BotAdminApi {

    private static final NoParameters NONE = new NoParameters();

    private final BotAdminClient client;

    /** For the CDI proxy. */
    protected BotAdminApi() {
        this(null);
    }

    /** Calls through this client. */
    @Inject
    public BotAdminApi(@RestClient BotAdminClient client) {
        this.client = client;
    }

    /** The bot that the token belongs to, and Telegram's clock. */
    public BotApiResponse<BotUser> me() {
        BotApiResponse<BotUser> answer = BotApiException.translating(() -> client.getMe(NONE));
        if (answer.result() == null || answer.result().id() == 0) {
            throw new BotApiException.OutcomeUnknown("ok without an id");
        }
        return answer;
    }

    /** A chat that the bot can see. */
    public ChatFullInfo chat(long chatId) {
        return call(() -> client.getChat(new GetChat(chatId))).orElse(ChatFullInfo.UNKNOWN);
    }

    /** Shows the bot as typing for five seconds, which is allowed where it may write. */
    public void typing(long chatId) {
        call(() -> client.sendChatAction(new SendChatAction(chatId, "typing")));
    }

    /** What the bot is in a group: creator, administrator, member, restricted, left or kicked; empty if unknown. */
    public ChatMember chatMember(long chatId, long botId) {
        return call(() -> client.getChatMember(new GetChatMember(chatId, botId)))
                .orElse(ChatMember.UNKNOWN);
    }

    /**
     * Whether the bot may send texts to a group at present, as far as Telegram says.
     *
     * @see <a href="https://core.telegram.org/bots/api#chatpermissions">ChatPermissions</a>
     */
    public boolean maySendTexts(long chatId) {
        ChatMember bot = chatMember(chatId, me().result().id());
        return bot.isAboveThePermissions()
                || (bot.maySendTexts() && chat(chatId).permissions().canSendMessages());
    }

    /** How updates are sent at present. */
    public WebhookInfo webhook() {
        return call(() -> client.getWebhookInfo(NONE)).orElse(WebhookInfo.NONE);
    }

    /** Makes Telegram send updates; those that wait are kept. */
    public void setWebhook(SetWebhook webhook) {
        call(() -> client.setWebhook(webhook));
    }

    /** Makes Telegram offer commands in the menu of a chat. */
    public void setMyCommands(SetMyCommands commands) {
        call(() -> client.setMyCommands(commands));
    }

    /** Makes Telegram stop sending updates; those that wait are kept. */
    public void deleteWebhook() {
        call(() -> client.deleteWebhook(NONE));
    }

    private static <T> Optional<T> call(Supplier<BotApiResponse<T>> request) {
        return Optional.ofNullable(BotApiException.translating(request).result());
    }
}
