package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.account.PasswordService;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.EmailTakenException;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** The page to which the e-mail leads that confirms a new address. */
@Controller
@RequestScoped
@SignedIn(withPassword = true)
@Path("email/{token: [A-Za-z0-9_-]{32}}/")
@Produces("text/html;charset=UTF-8")
public class EmailChangeController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    OwnAccount own;

    @Inject
    PasswordService credentials;

    @Inject
    AccountMails mails;

    /** Asks: mail filters open links, so only a button changes anything. */
    @GET
    public Response ask(@PathParam("token") String token) {
        own.checkMailIsPossible();
        return mails.ownerOf(token, MailPurpose.CHANGE)
                .filter(owner -> owner.id() == signedIn.id())
                .flatMap(owner -> mails.addressOf(token, MailPurpose.CHANGE))
                .map(address -> page.show(VIEWS.accountEmailConfirm(
                        page.context(), token, signedIn.user().email(), address)))
                .orElseGet(this::over);
    }

    /** Changes the address. */
    @POST
    @CsrfProtected
    public Response change(@PathParam("token") String token) {
        own.checkMailIsPossible();
        try {
            return credentials
                    .changeEmail(signedIn.id(), token)
                    .map(now -> page.show(VIEWS.accountConfirmed(page.context(), now.email())))
                    .orElseGet(this::over);
        } catch (EmailTakenException taken) {
            var form = VIEWS.accountEmail(page.context(), signedIn.user().email(), "");
            return own.refuse(form, "email", page.text("account.email.taken"));
        }
    }

    private Response over() {
        return page.show(
                Response.Status.GONE.getStatusCode(), VIEWS.accountLinkOver(page.context(), "/account/email/"));
    }
}
