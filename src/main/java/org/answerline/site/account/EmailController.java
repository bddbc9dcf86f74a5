package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import gg.jte.models.runtime.JteModel;
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
import java.time.Duration;
import java.util.List;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.user.User;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;

/** The pages on which the reader changes the e-mail address: it is the account's when the link sent to it was followed. */
@Controller
@RequestScoped
@SignedIn(withPassword = true)
@Path("email/")
@Produces("text/html;charset=UTF-8")
public class EmailController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    InputValidator validator;

    @Inject
    OwnAccount own;

    @Inject
    PasswordService credentials;

    @Inject
    SignIn signIn;

    @Inject
    MailLimit limit;

    @Context
    HttpServletRequest request;

    /** The form; without a mail server no address can be confirmed, so none can be changed. */
    @GET
    public Response form() {
        own.checkMailIsPossible();
        return page.show(form(signedIn.user(), ""));
    }

    /** Sends the e-mail that confirms the new address, if the reader has shown who they are. */
    @POST
    @CsrfProtected
    public Response submit(@BeanParam EmailForm form) {
        own.checkMailIsPossible();
        User user = signedIn.user();
        List<FieldProblem> problems = validator.problems(form, page.texts());
        return problems.isEmpty()
                ? checked(user, form.getEmail(), form.getPassword())
                : page.with(problems).show(PageModel.UNPROCESSABLE, form(user, form.getEmail()));
    }

    private JteModel form(User user, String typed) {
        return VIEWS.accountEmail(page.context(), user.email(), typed);
    }

    private Response checked(User user, String address, String password) {
        SignIn.Outcome outcome = signIn.confirm(request, user, password);
        if (!outcome.signedIn()) {
            return outcome.waiting().isZero()
                    ? own.refuse(form(user, address), "password", page.text("account.password.old.wrong"))
                    : own.tooOften(form(user, address), "password", "account.sign_in.wait", outcome.waiting());
        }
        Duration wait = limit.count(request, user.id(), address);
        if (!wait.isZero()) {
            return own.tooOften(form(user, address), "email", "account.mail.too_often", wait);
        }
        return credentials.askToChangeEmail(user, address)
                ? page.show(VIEWS.accountConfirmSent(page.context(), address))
                : own.refuse(form(user, address), "email", page.text("account.email.taken"));
    }
}
