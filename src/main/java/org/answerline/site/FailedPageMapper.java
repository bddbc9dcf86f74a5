package org.answerline.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.answerline.account.TooBusyException;
import org.answerline.platform.DatabaseAway;
import org.answerline.platform.Log;

/** A page that failed: a database that is away is said so and what was typed is given back; anything else is noted as ours. */
@Dependent
public class FailedPageMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Log.of(FailedPageMapper.class);

    @Inject
    LostForm lostForm;

    @Context
    HttpServletRequest request;

    /** Without an entity the answer becomes an error page. */
    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException refusal) {
            return refusal.getResponse();
        }
        if (failure instanceof TooBusyException) {
            return unstored(TooBusyException.COME_AGAIN_SECONDS);
        }
        if (!DatabaseAway.causes(failure)) {
            LOG.log(Level.ERROR, "A page could not be shown", failure);
            return Response.serverError().build();
        }
        LOG.log(
                Level.WARNING,
                () -> "The database is unavailable or does not accept writes: " + DatabaseAway.reason(failure));
        return unstored(DatabaseAway.COME_AGAIN_SECONDS);
    }

    private Response unstored(int comeAgainSeconds) {
        Map<String, String> fields = TypedForm.fields(request);
        Response answer = lostForm.renderUnstored(fields)
                .orElseGet(() ->
                        Response.status(Response.Status.SERVICE_UNAVAILABLE).build());
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, comeAgainSeconds)
                .build();
    }
}
