package org.answerline.site.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.account.PasswordService;
import org.answerline.account.SignUp;
import org.answerline.site.view.PageModel;

/** The page on which the reader changes the name. */
@Controller
@RequestScoped
@Path("name/")
@Produces("text/html;charset=UTF-8")
public class NameController {
    private static final String VIEW = "account/name.html";

    @Inject
    PageModel page;

    @Inject
    OwnAccount own;

    @Inject
    PasswordService credentials;

    /** The form. */
    @GET
    public Response form() {
        return own.answer(user -> page.with("fullName", user.fullName()).show(VIEW));
    }

    /** Changes the name, or says what is wrong with it. */
    @POST
    @CsrfProtected
    public Response submit(@FormParam("full_name") String fullName) {
        return own.answer(user -> {
            String name = SignUp.typedName(fullName);
            Optional<SignUp.Problem> problem = SignUp.nameProblem(name);
            if (problem.isPresent()) {
                page.with("fullName", name);
                return own.refuse(VIEW, problem.get());
            }
            credentials.rename(user.id(), name);
            return page.go("/account/");
        });
    }
}
