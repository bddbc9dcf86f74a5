package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.answerline.account.SignIn;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.account.telegram.TelegramView;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;

/** The page on which the reader changes the password. */
@Controller
@RequestScoped
@SignedIn(withPassword = true)
@Path("password/")
@Produces("text/html;charset=UTF-8")
public class PasswordController {
    static final String CHANGED = "/account/password/changed/";

    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    InputValidator validator;

    @Inject
    OwnAccount own;

    @Inject
    SignIn signIn;

    @Inject
    TelegramLinking linking;

    @Context
    HttpServletRequest request;

    /** The form. */
    @GET
    public Response form() {
        return page.show(VIEWS.accountPassword(page.context()));
    }

    /** Changes the password if the old one is right, or says what has to be fixed. */
    @POST
    @CsrfProtected
    public Response submit(@BeanParam PasswordForm form) {
        List<FieldProblem> problems = validator.problems(form, page.texts());
        return problems.isEmpty()
                ? answer(signIn.change(request, signedIn.user(), form.getOldPassword(), form.getPassword()))
                : page.with(problems).show(PageModel.UNPROCESSABLE, VIEWS.accountPassword(page.context()));
    }

    /** Says that it is done. */
    @GET
    @Path("changed/")
    public Response changed() {
        return page.show(VIEWS.accountPasswordChanged(page.context(), TelegramView.of(linking, signedIn.user())));
    }

    private Response answer(SignIn.Outcome outcome) {
        if (outcome.signedIn()) {
            return page.go(CHANGED);
        }
        var form = VIEWS.accountPassword(page.context());
        return outcome.waiting().isZero()
                ? own.refuse(form, "old_password", page.text("account.password.old.wrong"))
                : own.tooOften(form, "old_password", "account.sign_in.wait", outcome.waiting());
    }
}
