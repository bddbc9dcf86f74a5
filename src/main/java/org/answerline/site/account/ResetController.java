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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** The pages for a forgotten password: ask for an e-mail, and follow the link in it. */
@Controller
@RequestScoped
@Path("reset/")
@Produces("text/html;charset=UTF-8")
public class ResetController {
    private static final String TOKEN = "{token: [A-Za-z0-9_-]{32}}/";

    @Inject
    PageModel page;

    @Inject
    SignInMode mode;

    @Inject
    InputValidator validator;

    @Inject
    SignIn signIn;

    @Inject
    AccountMails mails;

    @Inject
    PasswordService credentials;

    @Inject
    MailLimit limit;

    @Context
    HttpServletRequest request;

    /** Asks for the address. */
    @GET
    public Response form() {
        return canAsk() ? page.show(VIEWS.accountReset(page.context(), "")) : notFound();
    }

    /** Sends an e-mail if an account has this address; the answer is the same if none has. */
    @POST
    @CsrfProtected
    public Response ask(@BeanParam EmailForm form) {
        if (!canAsk()) {
            return notFound();
        }
        String address = form.getEmail();
        List<FieldProblem> problems = validator.problems(form, page.texts());
        if (!problems.isEmpty()) {
            return page.with(problems).show(PageModel.UNPROCESSABLE, VIEWS.accountReset(page.context(), address));
        }
        Duration wait = limit.count(request, address);
        if (!wait.isZero()) {
            return page.show(
                    PageModel.TOO_MANY, VIEWS.accountMailTooOften(page.context(), WaitText.of(page.texts(), wait)));
        }
        credentials.forgotten(address);
        return page.show(VIEWS.accountResetSent(page.context(), address));
    }

    /** Where the e-mail leads, and the page that confirms an address: asks for the new password. */
    @GET
    @Path(TOKEN)
    public Response choose(@PathParam("token") String token) {
        return credentials.canReset(token) ? show(200, token) : over();
    }

    /** Sets the password and signs in; the link works no more, and every older sign-in is over. */
    @POST
    @Path(TOKEN)
    @CsrfProtected
    public Response set(@PathParam("token") String token, @BeanParam NewPasswordForm form) {
        List<FieldProblem> problems = validator.problems(form, page.texts());
        if (!problems.isEmpty()) {
            page.with(problems);
            return show(PageModel.UNPROCESSABLE, token);
        }
        Optional<User> user =
                mode.kind() == SignInKind.LOCAL ? credentials.reset(token, form.getPassword()) : Optional.empty();
        user.ifPresent(known -> signIn.signIn(request, known));
        return user.isPresent() ? page.go(PasswordController.CHANGED) : over();
    }

    private boolean canAsk() {
        return mode.kind() == SignInKind.LOCAL && mails.arePossible();
    }

    private Response show(int status, String token) {
        return page.show(status, VIEWS.accountResetChoose(page.context(), token));
    }

    private Response over() {
        String again = canAsk() ? "/account/reset/" : null;
        return page.show(Response.Status.GONE.getStatusCode(), VIEWS.accountLinkOver(page.context(), again));
    }

    private static Response notFound() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
