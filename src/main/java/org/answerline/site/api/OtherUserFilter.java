package org.answerline.site.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;

/** Refuses a page that was made for one person and goes on in a browser where another has signed in since. */
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class OtherUserFilter implements ContainerRequestFilter {
    /** The parameter by which a page says for whom it was made; without it whoever is signed in is meant. */
    public static final String USER = "user";

    @Inject
    CurrentUser currentUser;

    /** Nothing is read or stored in the name of somebody whom the page does not know. */
    @Override
    public void filter(ContainerRequestContext request) {
        String madeFor = request.getUriInfo().getQueryParameters().getFirst(USER);
        if (madeFor != null && isOther(madeFor, currentUser.id())) {
            throw new ProblemException(problem());
        }
    }

    /** Whether a page made for one user is another's now; nobody is no other. */
    public static boolean isOther(String madeFor, OptionalLong now) {
        return madeFor != null && now.isPresent() && !madeFor.equals(Long.toString(now.getAsLong()));
    }

    /** What such a page is told. */
    public static ApiProblem problem() {
        return new ApiProblem(409, "Somebody else is signed in");
    }
}
