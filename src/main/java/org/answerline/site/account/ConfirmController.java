package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.User;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/**
 * The pages on which the reader shows that the address is theirs.
 *
 * <p>The link of the e-mail only leads to a button: mail filters open links, and must not be taken for the reader. Where the account is not
 * signed in, its owner may be another person than its creator, who would keep the password. So the page asks for it, and whoever does not know
 * it chooses another one.
 */
@Controller
@RequestScoped
@Path("confirm/{token: [A-Za-z0-9_-]{32}}/")
@Produces("text/html;charset=UTF-8")
public class ConfirmController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    AccountMails mails;

    @Inject
    PasswordService credentials;

    @Inject
    SignIn signIn;

    @Context
    HttpServletRequest request;

    /** Where the e-mail leads. */
    @GET
    public Response ask(@PathParam("token") String token) {
        return mails.ownerOf(token, MailPurpose.CONFIRM)
                .map(user -> show(PageModel.OK, token, user))
                .orElseGet(this::over);
    }

    /** The reader pressed the button. */
    @POST
    @CsrfProtected
    public Response confirm(
            @PathParam("token") String token, @FormParam("password") @DefaultValue("") String password) {
        Optional<User> asked = mails.ownerOf(token, MailPurpose.CONFIRM).filter(this::isPasswordAsked);
        Optional<FieldProblem> problem = asked.flatMap(owner -> problem(owner, password));
        if (problem.isPresent()) {
            page.with(List.of(problem.get()));
            return show(PageModel.UNPROCESSABLE, token, asked.get());
        }
        return credentials
                .confirm(token)
                .map(user -> page.show(VIEWS.accountConfirmed(page.context(), user.email())))
                .orElseGet(this::over);
    }

    private boolean isPasswordAsked(User owner) {
        return !owner.isConfirmed()
                && currentUser
                        .user()
                        .filter(reader -> reader.id() == owner.id())
                        .isEmpty();
    }

    private Optional<FieldProblem> problem(User owner, String password) {
        if (password.isBlank()) {
            return Optional.of(new FieldProblem("password", page.text("account.password.enter")));
        }
        SignIn.Outcome outcome = signIn.confirm(request, owner, password);
        if (outcome.signedIn()) {
            return Optional.empty();
        }
        String text = outcome.waiting().isZero()
                ? page.text("account.data.erase.wrong")
                : page.text("account.sign_in.wait", WaitText.of(page.texts(), outcome.waiting()));
        return Optional.of(new FieldProblem("password", text));
    }

    private Response show(int status, String token, User owner) {
        return page.show(status, VIEWS.accountConfirm(page.context(), token, owner.email(), isPasswordAsked(owner)));
    }

    private Response over() {
        return page.show(Response.Status.GONE.getStatusCode(), VIEWS.accountLinkOver(page.context(), "/account/"));
    }
}
