package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.conversation.rating.ConversationRatings;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** Takes a user's rating of a conversation that was closed, once; anything that is no rating of this user changes nothing. */
@Controller
@RequestScoped
@SignedIn
@Path("rate/")
@Produces("text/html;charset=UTF-8")
public class RatingController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    ConversationRatings ratings;

    /** Stores the score and returns to the conversation. */
    @POST
    @CsrfProtected
    public Response rate(@FormParam("rating") String rating, @FormParam("score") String score) {
        if (rating != null && rating.matches("[0-9]{1,18}") && score != null && score.matches("[1-5]")) {
            ratings.rate(Long.parseLong(rating), signedIn.id(), Integer.parseInt(score));
        }
        return page.go("/support/#closed");
    }
}
