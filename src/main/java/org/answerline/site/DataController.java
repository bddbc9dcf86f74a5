package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.account.CurrentUser;

/** The pages on which the reader takes away what is kept of them, or has it erased. */
@Controller
@RequestScoped
@Path("data/")
@Produces("text/html;charset=UTF-8")
public class DataController {
    @Inject
    Page page;

    @Inject
    CurrentUser currentUser;

    /** What can be done. */
    @GET
    public Response choices() {
        return currentUser.user().isEmpty() ? page.toSignIn() : page.show("account/data.html");
    }
}
