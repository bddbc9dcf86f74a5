package org.answerline.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Our calls of the Bot API; each sends at most one request and either returns its result or says what went wrong. */
@ApplicationScoped
public class BotApi {

    @Inject
    @RestClient
    private BotApiEndpoint endpoint;

    /**
     * Sends a message.
     *
     * @return its message_id, unique in that chat only
     * @throws BotApiException by what can be done about it
     */
    public long send(OutgoingMessage message) {
        JsonObject sent = call(endpoint::sendMessage, message.parameters());
        if (sent.get("message_id") instanceof JsonNumber id) {
            return id.longValue();
        }
        throw new BotApiException.OutcomeUnknown("ok without a message_id");
    }

    /**
     * Puts a reaction on a message.
     *
     * @throws BotApiException by what can be done about it
     */
    public void react(long chatId, long messageId, String emoji) {
        JsonObject reaction = Json.createObjectBuilder()
                .add("type", "emoji")
                .add("emoji", emoji)
                .build();
        call(
                endpoint::setMessageReaction,
                Json.createObjectBuilder()
                        .add("chat_id", chatId)
                        .add("message_id", messageId)
                        .add("reaction", Json.createArrayBuilder().add(reaction))
                        .build());
    }

    /**
     * The bot's username, without @.
     *
     * @throws BotApiException by what can be done about it
     */
    public String username() {
        String username = call(endpoint::getMe, JsonValue.EMPTY_JSON_OBJECT).getString("username", "");
        if (username.isEmpty()) {
            throw new BotApiException.OutcomeUnknown("ok without a username");
        }
        return username;
    }

    private static JsonObject call(Function<String, Response> method, JsonObject parameters) {
        try (Response response = method.apply(parameters.toString())) {
            return new BotAnswer(response.getStatus(), response.readEntity(String.class)).result();
        } catch (ProcessingException fault) {
            throw broken(fault);
        }
    }

    /** The cause's class says all that a reader of the log needs; its message could hold the URL and so the token. */
    private static BotApiException broken(ProcessingException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return new BotApiException.NotReached(cause.getClass().getSimpleName());
            }
        }
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        return new BotApiException.OutcomeUnknown(cause.getClass().getSimpleName());
    }
}
