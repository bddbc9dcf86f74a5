package org.answerline.site.form;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import org.answerline.account.CurrentUser;
import org.answerline.site.guard.OtherUserFilter;

/** Stops a form that was opened by one user and is sent in the session of another: nothing is done, and what was typed is given back. */
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class WrongUserFormFilter implements ContainerRequestFilter {
    /** The field that says for whom the form was made. */
    public static final String FIELD = "reader";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser currentUser;

    @Inject
    FormRecovery formRecovery;

    /** Looks at the form alone, so that it holds whatever becomes of the session and its token. */
    @Override
    public void filter(ContainerRequestContext context) {
        Map<String, String> fields = BufferedFormRequest.fields(request);
        String madeFor = fields.get(FIELD);
        if (madeFor != null && OtherUserFilter.isOther(madeFor, currentUser.id())) {
            context.abortWith(formRecovery.renderOthers(fields));
        }
    }
}
