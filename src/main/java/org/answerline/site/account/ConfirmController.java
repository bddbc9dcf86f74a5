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
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.PasswordService;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.User;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.account.telegram.TelegramView;
import org.answerline.site.view.PageModel;

/**
 * The pages on which the reader shows that the address is theirs.
 *
 * <p>The link of the e-mail only leads to a button: mail filters open links, and must not be taken for the reader.
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
    TelegramLinking linking;

    /** Where the e-mail leads. */
    @GET
    public Response ask(@PathParam("token") String token) {
        return mails.ownerOf(token, MailPurpose.CONFIRM)
                .map(user -> page.show(VIEWS.accountConfirm(page.context(), token, user.email())))
                .orElseGet(this::over);
    }

    /** The reader pressed the button. */
    @POST
    @CsrfProtected
    public Response confirm(@PathParam("token") String token) {
        Optional<User> owner = mails.ownerOf(token, MailPurpose.CONFIRM);
        boolean bySomebodyElse = owner.isPresent() && !isReader(owner.get());
        return credentials
                .confirm(token, bySomebodyElse)
                .map(user -> page.show(VIEWS.accountConfirmed(
                        page.context(),
                        user.email(),
                        bySomebodyElse,
                        TelegramView.of(linking, bySomebodyElse ? user : null))))
                .orElseGet(this::over);
    }

    private boolean isReader(User owner) {
        return currentUser.user().filter(reader -> reader.id() == owner.id()).isPresent();
    }

    private Response over() {
        return page.show(Response.Status.GONE.getStatusCode(), VIEWS.accountLinkOver(page.context(), "/account/"));
    }
}
