package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.User;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** Sends the e-mail that confirms the account's address once more. */
@Controller
@RequestScoped
@SignedIn
@Path("confirm/")
@Produces("text/html;charset=UTF-8")
public class ConfirmAgainController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    AccountMails mails;

    @Inject
    MailLimit limit;

    @Context
    HttpServletRequest request;

    /** Sends it, unless too many were sent lately. */
    @POST
    @CsrfProtected
    public Response again() {
        User user = signedIn.user();
        if (!user.hasPassword()) {
            return page.toSignIn();
        }
        Duration wait = limit.count(request, user.email());
        if (!wait.isZero()) {
            return page.show(
                    PageModel.TOO_MANY, VIEWS.accountMailTooOften(page.context(), WaitText.of(page.texts(), wait)));
        }
        mails.ask(user, MailPurpose.CONFIRM);
        return page.show(VIEWS.accountConfirmSent(page.context(), user.email()));
    }
}
