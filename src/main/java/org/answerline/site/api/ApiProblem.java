package org.answerline.site.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.answerline.platform.text.JsonReaders;

/** What went wrong, as https://www.rfc-editor.org/rfc/rfc9457 writes it, with each bad field named. */
public record ApiProblem(int status, String detail, List<Field> errors) {
    static final String TYPE = "application/problem+json";
    private static final int UNPROCESSABLE = 422;

    /** One bad field, or one bad parameter of the address, and why. */
    record Field(String field, String detail) {}

    /** A problem with no field to name. */
    public ApiProblem(int status, String detail) {
        this(status, detail, List.of());
    }

    static ApiProblem unprocessable(List<Field> errors) {
        return new ApiProblem(UNPROCESSABLE, "Some values are not valid", errors);
    }

    Response answer() {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(json().toString())
                .build();
    }

    /** Writes the problem where no JAX-RS resource was reached. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.getOutputStream().write(json().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private JsonObject json() {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", status)
                .add("detail", detail);
        if (!errors.isEmpty()) {
            json.add("errors", fields());
        }
        return json.build();
    }

    private JsonArrayBuilder fields() {
        JsonArrayBuilder fields = JsonReaders.createArrayBuilder();
        for (Field error : errors) {
            fields.add(JsonReaders.createObjectBuilder()
                    .add("field", error.field())
                    .add("detail", error.detail()));
        }
        return fields;
    }

    private String title() {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        var known = Response.Status.fromStatusCode(status);
        return Objects.requireNonNullElse(known, Response.Status.INTERNAL_SERVER_ERROR)
                .getReasonPhrase();
    }
}
