package org.answerline.telegram.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.telegram.BotApiJson;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.HttpDate;

/**
 * Writes requests and reads answers with a status below 300 by {@link BotApiJson}, on every server alike.
 *
 * <p>The servers' own JSON providers differ (Jackson or JSON-B) and refuse the HTML page that a proxy sends with status 200; here it
 * leaves the outcome unknown, like any other answer that is not the Bot API's.
 */
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class BotApiJsonProvider implements MessageBodyReader<BotApiResponse<?>>, MessageBodyWriter<Record> {

    private static final int OK = 200;

    /** How long a whole answer may take once it has begun; the transports' own time-outs are for each pause of it. */
    private static final Duration ANSWER_TIMEOUT =
            SettingsProducer.serverSettings().get(TelegramSettings.ANSWER_TIMEOUT);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == BotApiResponse.class;
    }

    @Override
    public BotApiResponse<?> readFrom(
            Class<BotApiResponse<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Type result = ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return BotApiResponse.read(OK, text(body), result, HttpDate.parse(headers.getFirst(HttpHeaders.DATE)));
    }

    /** A whole answer as text. */
    static String text(InputStream body) throws IOException {
        try (InputStream whole = new TimedInputStream(body, 0, ANSWER_TIMEOUT)) {
            return new String(whole.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Record.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Record request,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(BotApiJson.write(request).getBytes(StandardCharsets.UTF_8));
    }
}
