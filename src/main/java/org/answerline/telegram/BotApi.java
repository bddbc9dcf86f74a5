package org.answerline.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.answerline.platform.text.JsonReaders;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Our calls of the Bot API; each sends at most one request and either returns its result or says what went wrong. */
@ApplicationScoped
public class BotApi {

    private static final int OK = 200;

    @Inject
    private BotSettings settings;

    @Inject
    @RestClient
    private BotApiClient endpoint;

    /**
     * Sends a message.
     *
     * @return its message_id, unique in that chat only
     * @throws BotApiException by what can be done about it
     */
    public long send(OutgoingMessage message) {
        return messageId(call(endpoint::sendMessage, message.parameters()));
    }

    /**
     * Sends a file or an album.
     *
     * @return the message_id of each, in their order
     * @throws BotApiException by what can be done about it
     */
    public List<Long> send(OutgoingMedia files) {
        Supplier<Response> call = files.isUpload()
                ? () -> endpoint.upload(files.method(), files.form())
                : () -> endpoint.send(files.method(), files.parameters().toString());
        return answer(call).results().stream().map(BotApi::messageId).toList();
    }

    /**
     * Opens the content of a file.
     *
     * @param fileId what a message named it by
     * @return a stream that the caller closes
     * @throws BotApiException by what can be done about it
     */
    public InputStream open(String fileId) {
        JsonObject parameters =
                JsonReaders.createObjectBuilder().add("file_id", fileId).build();
        JsonObject given = call(endpoint::getFile, parameters);
        String path = given.getString("file_path", "");
        long size = given.get("file_size") instanceof JsonNumber told ? told.longValue() : 0;
        if (path.isEmpty()) {
            throw new BotApiException.OutcomeUnknown("ok without a file_path");
        }
        try {
            HttpResponse<InputStream> file = JdkHttpTransport.open(settings.fileUrl(path));
            if (file.statusCode() == OK) {
                return JdkHttpTransport.whole(file, size);
            }
            file.body().close();
            throw new BotApiException.OutcomeUnknown("HTTP " + file.statusCode() + " in place of a file");
        } catch (IOException fault) {
            throw broken(fault);
        }
    }

    private static long messageId(JsonObject message) {
        if (message.get("message_id") instanceof JsonNumber id) {
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
        JsonObject reaction = JsonReaders.createObjectBuilder()
                .add("type", "emoji")
                .add("emoji", emoji)
                .build();
        call(
                endpoint::setMessageReaction,
                JsonReaders.createObjectBuilder()
                        .add("chat_id", chatId)
                        .add("message_id", messageId)
                        .add("reaction", JsonReaders.createArrayBuilder().add(reaction))
                        .build());
    }

    /**
     * Deletes messages of the bot; those that are not there any more are passed over.
     *
     * @param messageIds at most 100
     * @throws BotApiException by what can be done about it; none was deleted then, as far as is known
     * @see <a href="https://core.telegram.org/bots/api#deletemessages">deleteMessages</a>
     */
    public void delete(long chatId, List<Long> messageIds) {
        JsonObject parameters = JsonReaders.createObjectBuilder()
                .add("chat_id", chatId)
                .add("message_ids", JsonReaders.createArrayBuilder(messageIds))
                .build();
        call(endpoint::deleteMessages, parameters);
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

    /** Whether the Bot API answers at all just now, as asked by getMe: then a fault of another call is that call's own. */
    public boolean answers() {
        try {
            call(endpoint::getMe, JsonValue.EMPTY_JSON_OBJECT);
            return true;
        } catch (BotApiException fault) {
            return false;
        }
    }

    private static JsonObject call(Function<String, Response> method, JsonObject parameters) {
        return answer(() -> method.apply(parameters.toString())).result();
    }

    private static BotApiResponse answer(Supplier<Response> call) {
        try (Response response = call.get()) {
            return new BotApiResponse(response.getStatus(), response.readEntity(String.class));
        } catch (ProcessingException fault) {
            throw broken(fault);
        }
    }

    /** The cause's class says all that a reader of the log needs; its message could hold the URL and so the token. */
    private static BotApiException broken(Exception fault) {
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
