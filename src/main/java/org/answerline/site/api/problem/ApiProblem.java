package org.answerline.site.api.problem;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.validation.FieldProblem;

/**
 * What went wrong, as https://www.rfc-editor.org/rfc/rfc9457 writes it.
 *
 * @param type a URI; {@value #BY_STATUS} if the status says all
 * @param errors each bad field
 * @param until when the same request may succeed; null if that is not known
 */
public record ApiProblem(String type, int status, String detail, List<FieldProblem> errors, Instant until) {
    static final String TYPE = "application/problem+json";

    /** Support accepts no messages from the user. */
    public static final String BLOCKED = "urn:answerline:problem:blocked";

    private static final String BY_STATUS = "about:blank";
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    /**
     * The members of the body.
     *
     * @param errors left out if no field is to be named
     * @param until ISO 8601 in UTC; left out if not known
     */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            @JsonbProperty(nillable = false) List<Field> errors,
            @JsonbProperty(nillable = false) String until) {}

    /** One bad field, or one bad parameter of the address, and why. */
    public record Field(String field, String detail) {}

    /** A problem with no field to name. */
    public ApiProblem(int status, String detail) {
        this(BY_STATUS, status, detail, List.of(), null);
    }

    /** Support has blocked the user. */
    public static ApiProblem blocked(Optional<Instant> until) {
        return new ApiProblem(
                BLOCKED, FORBIDDEN, "Support accepts no messages from this user", List.of(), until.orElse(null));
    }

    /** Values that are not valid. */
    public static ApiProblem unprocessable(List<FieldProblem> errors) {
        return new ApiProblem(BY_STATUS, UNPROCESSABLE, "Some values are not valid", errors, null);
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
        return ApiJson.write(new Body(
                type,
                title(),
                status,
                detail,
                fields.isEmpty() ? null : fields,
                until == null ? null : until.toString()));
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
