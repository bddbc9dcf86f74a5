package org.answerline.site.form;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.answerline.account.password.TooBusyException;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;

/** A page that failed: a database that is unavailable is said so and what was typed is given back; anything else is noted as ours. */
@Dependent
public class PageExceptionMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Log.of(PageExceptionMapper.class);

    @Inject
    FormRecovery formRecovery;

    @Inject
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
        if (!DatabaseUnavailable.causes(failure)) {
            LOG.log(Level.ERROR, "A page could not be shown", failure);
            return Response.serverError().build();
        }
        LOG.log(
                Level.WARNING,
                () -> "The database is unavailable or does not accept writes: " + DatabaseUnavailable.reason(failure));
        return unstored(DatabaseUnavailable.COME_AGAIN_SECONDS);
    }

    private Response unstored(int comeAgainSeconds) {
        Map<String, String> fields = BufferedFormRequest.fields(request);
        Response answer = formRecovery.renderUnstored(fields).orElseGet(() -> Response.status(
                        Response.Status.SERVICE_UNAVAILABLE)
                .build());
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, comeAgainSeconds)
                .build();
    }
}
