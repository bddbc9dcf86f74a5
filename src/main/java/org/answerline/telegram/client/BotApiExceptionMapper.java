package org.answerline.telegram.client;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotApiResponse;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every answer with a status of 300 or more into the {@link BotApiException} that says what can be done about it. */
public final class BotApiExceptionMapper implements ResponseExceptionMapper<BotApiException> {

    private static final int REDIRECTION = 300;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= REDIRECTION;
    }

    @Override
    public BotApiException toThrowable(Response response) {
        try (InputStream body = response.readEntity(InputStream.class)) {
            String text = body == null ? "" : BotApiJsonProvider.text(body);
            BotApiResponse.read(response.getStatus(), text, Object.class, Optional.empty());
            return new BotApiException.OutcomeUnknown("ok with HTTP " + response.getStatus());
        } catch (BotApiException failure) {
            return failure;
        } catch (IOException | RuntimeException cut) {
            return BotApiException.of(cut);
        }
    }
}
