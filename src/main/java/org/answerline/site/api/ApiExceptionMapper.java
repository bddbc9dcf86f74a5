package org.answerline.site.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.FileProblem;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.guard.NotSignedInException;

/** Turns every exception under /api/ into a problem; an unexpected one is logged and its details are not sent. */
public class ApiExceptionMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Log.of(ApiExceptionMapper.class);
    private static final int INTERNAL = 500;
    private static final Map<Integer, String> DETAILS = Map.of(
            404, "Not found",
            405, "This method is not allowed here",
            415, "The body must be application/json");

    /** Keeps the status and, for 405, the methods that are allowed. */
    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.answer();
        }
        if (failure instanceof UserBlockedException blocked) {
            return ApiProblem.blocked(blocked.block().until()).answer();
        }
        if (failure instanceof FileRefusedException refused) {
            return FileProblem.of(refused).answer();
        }
        if (failure instanceof NotSignedInException) {
            return new ApiProblem(401, "Sign in first").answer();
        }
        if (failure instanceof WebApplicationException refusal) {
            return answer(refusal.getResponse());
        }
        if (DatabaseUnavailable.causes(failure)) {
            LOG.log(
                    Level.WARNING,
                    () -> "The database is unavailable or does not accept writes: "
                            + DatabaseUnavailable.reason(failure));
            return Response.fromResponse(new ApiProblem(503, "Support is temporarily unavailable").answer())
                    .header(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.COME_AGAIN_SECONDS)
                    .build();
        }
        LOG.log(Level.ERROR, "A request to the API failed", failure);
        return new ApiProblem(INTERNAL, "Something went wrong on our side").answer();
    }

    private static Response answer(Response refusal) {
        int status = refusal.getStatus();
        var answer = Response.fromResponse(
                new ApiProblem(status, DETAILS.getOrDefault(status, "The request could not be processed")).answer());
        Object allowed = refusal.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }
}
