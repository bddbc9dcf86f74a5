package org.answerline.telegram.client;

import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiJson;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.HttpDate;

/**
 * The same calls on the command line, which has no REST client: by the JDK's HTTP client, with the records, the JSON and the errors
 * of the server.
 */
public final class JdkBotAdminClient implements BotAdminClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    /** Calls the Bot API at this URL as the bot of this token. */
    public JdkBotAdminClient(String apiUrl, String token) {
        base = apiUrl.strip().replaceFirst("/$", "") + "/bot" + token.strip() + "/";
    }

    @Override
    public BotApiResponse<BotUser> getMe(NoParameters none) {
        return call("getMe", none, BotUser.class);
    }

    @Override
    public BotApiResponse<ChatFullInfo> getChat(GetChat chat) {
        return call("getChat", chat, ChatFullInfo.class);
    }

    @Override
    public BotApiResponse<Boolean> sendChatAction(SendChatAction action) {
        return call("sendChatAction", action, Boolean.class);
    }

    @Override
    public BotApiResponse<ChatMember> getChatMember(GetChatMember member) {
        return call("getChatMember", member, ChatMember.class);
    }

    @Override
    public BotApiResponse<WebhookInfo> getWebhookInfo(NoParameters none) {
        return call("getWebhookInfo", none, WebhookInfo.class);
    }

    @Override
    public BotApiResponse<Boolean> setWebhook(SetWebhook webhook) {
        return call("setWebhook", webhook, Boolean.class);
    }

    @Override
    public BotApiResponse<Boolean> setMyCommands(SetMyCommands commands) {
        return call("setMyCommands", commands, Boolean.class);
    }

    @Override
    public BotApiResponse<Boolean> deleteWebhook(NoParameters none) {
        return call("deleteWebhook", none, Boolean.class);
    }

    private <T> BotApiResponse<T> call(String method, Record parameters, Type result) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BotApiJson.write(parameters)))
                .build();
        HttpResponse<String> answer = send(request);
        return BotApiResponse.read(
                answer.statusCode(),
                answer.body(),
                result,
                HttpDate.parse(answer.headers().firstValue("Date").orElse(null)));
    }

    /** The client's own time-out would end with the headers. */
    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException fault) {
            throw BotApiException.of(fault.getCause() instanceof IOException network ? network : fault);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new BotApiException.OutcomeUnknown("no answer in " + PATIENCE.toSeconds() + " seconds");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BotApiException.OutcomeUnknown("stopped while waiting for an answer");
        }
    }

    @Override
    public String toString() {
        return "JdkBotAdminClient";
    }
}
