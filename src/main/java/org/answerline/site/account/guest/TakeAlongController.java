package org.answerline.site.account.guest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.privacy.GuestTransfer;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** Takes along what the reader has asked as a guest with the same confirmed address. */
@Controller
@RequestScoped
@SignedIn
@Path("guest/take-along/")
@Produces("text/html;charset=UTF-8")
public class TakeAlongController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    GuestTransfer transfer;

    /** Does nothing for a reader who has nothing to take along. */
    @POST
    @CsrfProtected
    public Response take() {
        transfer.takeAlong(signedIn.id());
        return page.go("/support/");
    }
}
