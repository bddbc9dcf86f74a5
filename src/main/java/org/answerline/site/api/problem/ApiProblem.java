package org.answerline.site.api.problem;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.validation.FieldProblem;

/** What went wrong, as https://www.rfc-editor.org/rfc/rfc9457 writes it, with each bad field named. */
public record ApiProblem(int status, String detail, List<FieldProblem> errors) {
    static final String TYPE = "application/problem+json";
    private static final int UNPROCESSABLE = 422;

    /**
     * The members of the body.
     *
     * @param errors left out if no field is to be named
     */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            @JsonbProperty(nillable = false) List<Field> errors) {}

    /** One bad field, or one bad parameter of the address, and why. */
    public record Field(String field, String detail) {}

    /** A problem with no field to name. */
    public ApiProblem(int status, String detail) {
        this(status, detail, List.of());
    }

    /** Values that are not valid. */
    public static ApiProblem unprocessable(List<FieldProblem> errors) {
        return new ApiProblem(UNPROCESSABLE, "Some values are not valid", errors);
    }

    /** The response of a resource. */
    public Response answer() {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(json())
                .build();
    }

    /** Writes the problem where no JAX-RS resource was reached. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
    }

    private String json() {
        List<Field> fields = errors.stream()
                .map(error -> new Field(error.field(), error.text()))
                .toList();
        return ApiJson.write(new Body("about:blank", title(), status, detail, fields.isEmpty() ? null : fields));
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
