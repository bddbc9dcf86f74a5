package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.LogContext;
import org.answerline.platform.text.JsonReaders;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;
import org.answerline.telegram.update.CallbackQuery;
import org.answerline.telegram.update.Update;

/**
 * Receives updates from Telegram.
 *
 * <p>200 means that everything is stored. 503 asks Telegram to repeat the update and is returned only when the database is unavailable.
 *
 * <p>One instance handles all updates: creating and injecting one for each update took 5 % of the time of an update.
 *
 * @see <a href="https://core.telegram.org/bots/webhooks">Marvin's Marvellous Guide to All Things Webhook</a>
 */
@Path("support-webhook")
@ApplicationScoped
public class SupportWebhookResource {

    private static final Logger LOG = Log.of(SupportWebhookResource.class);
    private static final int LONGEST_BODY = 1 << 20;
    private static final int ATTEMPTS = 3;
    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    @Inject
    private WebhookSecret secret;

    @Inject
    private RateLimits limits;

    @Inject
    private CallerAddress callerAddress;

    @Inject
    private UpdateHandler handler;

    @Inject
    private FailedUpdates rejected;

    /** Receives one update. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(
            @HeaderParam(WebhookSecret.HEADER) String header, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        Optional<Response> refusal = refusal(header, request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build();
        }
        String json = new String(bytes, StandardCharsets.UTF_8);
        return parsed(json)
                .map(update -> logged(update, json))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST).build());
    }

    private Optional<Response> refusal(String header, HttpServletRequest request) {
        try {
            return secret.accepts(header) ? Optional.empty() : Optional.of(refused(request));
        } catch (Exception databaseAway) {
            return Optional.of(comeAgain("an update"));
        }
    }

    /** Only calls without the right secret are counted, so that a flood of them does not block Telegram. */
    private Response refused(HttpServletRequest request) {
        Duration wait = limits.count(RateLimit.WEBHOOK, callerAddress.of(request));
        return wait.isZero()
                ? Response.status(Response.Status.FORBIDDEN).build()
                : Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header("Retry-After", RateLimits.retryAfter(wait))
                        .build();
    }

    private static Optional<Update> parsed(String json) {
        try (JsonReader reader = JsonReaders.createReader(new StringReader(json))) {
            return Optional.of(Update.read(reader.readObject()));
        } catch (RuntimeException noUpdate) {
            LOG.log(
                    Level.WARNING,
                    () -> "The request body is not an update: "
                            + noUpdate.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Response logged(Update update, String json) {
        LogContext.Scope scope = LogContext.with("update", update.id());
        try {
            return handled(update, json);
        } finally {
            scope.end();
        }
    }

    /** Retries once the database answers: only a failure then can be caused by the update itself. */
    private Response handled(Update update, String json) {
        Exception failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return done(update, handler.handle(update));
            } catch (Exception fault) {
                if (DatabaseUnavailable.causes(fault)) {
                    return comeAgain("update " + update.id());
                }
                failure = fault;
            }
            try {
                rejected.touch();
            } catch (Exception databaseAway) {
                return comeAgain("update " + update.id());
            }
        }
        return setAside(update, json, failure);
    }

    private Response setAside(Update update, String json, Exception reason) {
        try {
            rejected.add(json, String.valueOf(reason));
            LOG.log(Level.ERROR, "Update " + update.id() + " could not be processed and was set aside", reason);
            return done(update, Optional.empty());
        } catch (Exception databaseAway) {
            return comeAgain("update " + update.id());
        }
    }

    private static Response done(Update update, Optional<String> text) {
        return update.callback().map(query -> answered(query, text)).orElseGet(() -> Response.ok()
                .build());
    }

    /**
     * Carries the call of answerCallbackQuery, which costs no request and is never late; without a text the button only stops waiting.
     *
     * @see <a href="https://core.telegram.org/bots/api#making-requests-when-getting-updates">Making requests when getting updates</a>
     */
    private static Response answered(CallbackQuery query, Optional<String> text) {
        JsonObjectBuilder call = JsonReaders.createObjectBuilder()
                .add("method", "answerCallbackQuery")
                .add("callback_query_id", query.id());
        text.ifPresent(words -> call.add("text", words));
        return Response.ok(call.build().toString(), JSON).build();
    }

    private static Response comeAgain(String what) {
        LOG.log(
                Level.WARNING,
                () -> "The database is unavailable or does not accept writes; " + what + " must be sent again");
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", DatabaseUnavailable.COME_AGAIN_SECONDS)
                .build();
    }
}
