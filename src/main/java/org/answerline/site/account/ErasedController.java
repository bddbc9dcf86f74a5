package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.answerline.privacy.ErasureSummary;
import org.answerline.site.view.PageModel;

/** The page after an account was erased; nobody is signed in any more. */
@Controller
@RequestScoped
@Path("data/erased/")
@Produces("text/html;charset=UTF-8")
public class ErasedController {
    @Inject
    PageModel page;

    /** How many messages stay in the operator's and in the user's Telegram. */
    @GET
    public Response erased(
            @QueryParam("ours") @DefaultValue("0") long ours, @QueryParam("yours") @DefaultValue("0") long yours) {
        return page.show(VIEWS.accountDataErased(page.context(), new ErasureSummary(0, 0, ours, yours)));
    }
}
