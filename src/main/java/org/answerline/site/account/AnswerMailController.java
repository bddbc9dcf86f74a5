package org.answerline.site.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.conversation.mail.AnswerMailSubscriptions;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** Switches the reader's e-mails about answers on or off. */
@Controller
@RequestScoped
@SignedIn
@Path("answer-mails/")
@Produces("text/html;charset=UTF-8")
public class AnswerMailController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    AnswerMailSubscriptions subscriptions;

    /** Switches them on. */
    @POST
    @Path("on/")
    @CsrfProtected
    public Response on() {
        return subscribe(true);
    }

    /** Switches them off. */
    @POST
    @Path("off/")
    @CsrfProtected
    public Response off() {
        return subscribe(false);
    }

    private Response subscribe(boolean wanted) {
        subscriptions.subscribe(signedIn.id(), wanted);
        return page.go("/account/");
    }
}
