package org.answerline.site.form;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A form whose session is over, or that came from elsewhere: nothing is done, and nothing that was typed is lost. */
@Dependent
public class CsrfExceptionMapper implements ExceptionMapper<CsrfValidationException> {
    @Inject
    FormRecovery formRecovery;

    @Inject
    HttpServletRequest request;

    /** A page that shows the text again. */
    @Override
    public Response toResponse(CsrfValidationException e) {
        return formRecovery.render(BufferedFormRequest.fields(request));
    }
}
