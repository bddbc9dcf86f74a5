package org.answerline.site.view;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.answerline.site.guard.NotSignedInException;

/** Sends the browser to the sign-in page, and back afterwards. */
@Dependent
public class SignInRedirectMapper implements ExceptionMapper<NotSignedInException> {
    @Inject
    PageModel page;

    @Override
    public Response toResponse(NotSignedInException refused) {
        return refused.returnTo().isEmpty() ? page.toSignIn() : page.toSignIn(refused.returnTo());
    }
}
