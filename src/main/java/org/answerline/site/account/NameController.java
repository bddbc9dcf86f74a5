package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.answerline.account.PasswordService;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;

/** The page on which the reader changes the name. */
@Controller
@RequestScoped
@SignedIn(withPassword = true)
@Path("name/")
@Produces("text/html;charset=UTF-8")
public class NameController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    InputValidator validator;

    @Inject
    PasswordService credentials;

    /** The form. */
    @GET
    public Response form() {
        return page.show(VIEWS.accountName(page.context(), signedIn.user().fullName()));
    }

    /** Changes the name, or says what is wrong with it. */
    @POST
    @CsrfProtected
    public Response submit(@BeanParam NameForm form) {
        List<FieldProblem> problems = validator.problems(form, page.texts());
        if (!problems.isEmpty()) {
            var again = VIEWS.accountName(page.context(), form.getFullName());
            return page.with(problems).show(PageModel.UNPROCESSABLE, again);
        }
        credentials.rename(signedIn.id(), form.getFullName());
        return page.go("/account/");
    }
}
