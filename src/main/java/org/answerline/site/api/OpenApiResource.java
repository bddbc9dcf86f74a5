package org.answerline.site.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.answerline.site.api.json.CachedResponse;

/** The description of this API for programs and their writers, kept in step with the code by OpenApiTest and OpenApiIT. */
@RequestScoped
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
    private static final String DESCRIPTION = read();

    /** The document, as https://spec.openapis.org/oas/v3.1.1 writes it. */
    @GET
    public Response description(@Context Request request) {
        return CachedResponse.answer(request, DESCRIPTION).build();
    }

    private static String read() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
