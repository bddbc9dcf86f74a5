package org.answerline.telegram;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.answerline.platform.text.JsonReaders;

/**
 * What the owner of a bot asks of Telegram, one request a call; works with no server around it, on the command line as in the
 * application.
 *
 * <p>Every method throws {@link BotApiException} by what can be done about it.
 */
public final class BotAdminApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    /** Speaks for the bot of this token to the Bot API at this URL. */
    public BotAdminApi(String apiUrl, String token) {
        base = apiUrl.strip().replaceFirst("/$", "") + "/bot" + token.strip() + "/";
    }

    /** Whose token it is, and what Telegram's clock shows. */
    public BotUser me() {
        HttpResponse<String> answer = send("getMe", JsonValue.EMPTY_JSON_OBJECT);
        LenientJson bot = new LenientJson(result(answer));
        return new BotUser(
                bot.number("id").orElseThrow(() -> new BotApiException.OutcomeUnknown("ok without an id")),
                bot.text("username").orElse(""),
                bot.isTrue("can_read_all_group_messages"),
                date(answer));
    }

    /** A chat that the bot can see. */
    public ChatFullInfo chat(long chatId) {
        LenientJson chat = call("getChat", JsonReaders.createObjectBuilder().add("chat_id", chatId));
        return new ChatFullInfo(
                chat.text("type").orElse(""),
                chat.text("title").or(() -> chat.text("first_name")).orElse(""));
    }

    /** Lets the bot seem to type for five seconds, which it may where it may write. */
    public void typing(long chatId) {
        call(
                "sendChatAction",
                JsonReaders.createObjectBuilder().add("chat_id", chatId).add("action", "typing"));
    }

    /** What the bot is in a group: creator, administrator, member, restricted, left or kicked. */
    public String chatMemberStatus(long chatId, long botId) {
        LenientJson member = call(
                "getChatMember",
                JsonReaders.createObjectBuilder().add("chat_id", chatId).add("user_id", botId));
        return member.text("status").orElse("");
    }

    /** How updates come to us. */
    public WebhookInfo webhook() {
        return WebhookInfo.read(call("getWebhookInfo", JsonReaders.createObjectBuilder()));
    }

    /** Has updates sent to us from now on; those that wait are kept. */
    public void setWebhook(SetWebhook wish) {
        call("setWebhook", wish.parameters());
    }

    /** Has no updates sent any more; those that wait are kept. */
    public void deleteWebhook() {
        call("deleteWebhook", JsonReaders.createObjectBuilder());
    }

    private LenientJson call(String method, JsonObjectBuilder parameters) {
        return new LenientJson(result(send(method, parameters.build())));
    }

    private static JsonObject result(HttpResponse<String> answer) {
        return new BotApiResponse(answer.statusCode(), answer.body()).result();
    }

    /** A failure's message could hold the URL and so the token, therefore only its class is told. */
    private HttpResponse<String> send(String method, JsonValue parameters) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + method))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(parameters.toString()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException unreachable) {
            throw new BotApiException.NotReached(unreachable.getClass().getSimpleName());
        } catch (IOException broken) {
            throw new BotApiException.OutcomeUnknown(broken.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BotApiException.OutcomeUnknown("stopped while waiting for an answer");
        }
    }

    /**
     * The time of an answer.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, Date</a>
     */
    private static Optional<Instant> date(HttpResponse<String> answer) {
        try {
            return answer.headers().firstValue("Date").map(text -> ZonedDateTime.parse(
                            text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BotAdminApi";
    }
}
