package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.user.User;
import org.answerline.conversation.mail.AnswerMailSubscriptions;
import org.answerline.conversation.mail.AnswerMails;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.account.telegram.TelegramView;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** The reader's own account: what is known of it, and what can be done with it. */
@Controller
@RequestScoped
@SignedIn
@Path("/")
@Produces("text/html;charset=UTF-8")
public class AccountController {
    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    OwnAccount own;

    @Inject
    TelegramLinking linking;

    @Inject
    AccountMails mails;

    @Inject
    AnswerMails answerMails;

    @Inject
    AnswerMailSubscriptions subscriptions;

    /** What is known of the account. */
    @GET
    public Response show() {
        User user = signedIn.user();
        return page.show(VIEWS.accountAccount(
                page.context(),
                user,
                own.isOurs(user),
                mails.arePossible(),
                answerMails.areOn(),
                answerMails.areOn() && subscriptions.isSubscribed(user.id()),
                linking.telegramOf(user.id()).map(TelegramView::of).orElse(null),
                TelegramView.of(linking, user),
                linking.botLink().map(URI::toString).orElse(null)));
    }
}
