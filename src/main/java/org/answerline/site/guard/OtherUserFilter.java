package org.answerline.site.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.ProblemException;

/** Refuses requests of a page that was made for one user and is still open after another one signed in. */
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class OtherUserFilter implements ContainerRequestFilter {
    /** The parameter by which a page says for which user it was made; without it the signed-in user is meant. */
    public static final String USER = "user";

    @Inject
    CurrentUser currentUser;

    /** Nothing is read or stored in the name of a user for whom the page was not made. */
    @Override
    public void filter(ContainerRequestContext request) {
        String madeFor = request.getUriInfo().getQueryParameters().getFirst(USER);
        if (madeFor != null && isOther(madeFor, currentUser.id())) {
            throw new ProblemException(problem());
        }
    }

    /** Whether another user than the page's is signed in now; false if no user is. */
    public static boolean isOther(String madeFor, OptionalLong now) {
        return madeFor != null && now.isPresent() && !madeFor.equals(Long.toString(now.getAsLong()));
    }

    /** The answer to such a page. */
    public static ApiProblem problem() {
        return new ApiProblem(409, "Somebody else is signed in");
    }
}
