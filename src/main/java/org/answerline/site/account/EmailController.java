package org.answerline.site.account;

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
import java.time.Duration;
import java.util.Optional;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.SignUp;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.site.view.PageModel;

/** The pages on which the reader changes the e-mail address: it is the account's when the link sent to it was followed. */
@Controller
@RequestScoped
@Path("email/")
@Produces("text/html;charset=UTF-8")
public class EmailController {
    private static final String VIEW = "account/email.html";
    private static final String TOKEN = "{token: [A-Za-z0-9_-]{32}}/";

    @Inject
    PageModel page;

    @Inject
    OwnAccount own;

    @Inject
    PasswordService credentials;

    @Inject
    AccountMails mails;

    @Inject
    SignIn signIn;

    @Inject
    MailLimit limit;

    @Context
    HttpServletRequest request;

    /** The form; without a mail server no address can be confirmed, so none can be changed. */
    @GET
    public Response form() {
        return answer(user -> page.with("current", user.email()).show(VIEW));
    }

    /** Sends the e-mail that confirms the new address, if the reader has shown who they are. */
    @POST
    @CsrfProtected
    public Response submit(@FormParam("email") String email, @FormParam("password") @DefaultValue("") String password) {
        return answer(user -> {
            String address = SignUp.typedEmail(email);
            page.with("current", user.email()).with("email", address);
            Optional<SignUp.Problem> problem = SignUp.emailProblem(address);
            return problem.isPresent() ? own.refuse(VIEW, problem.get()) : checked(user, address, password);
        });
    }

    private Response checked(User user, String address, String password) {
        SignIn.Outcome outcome = signIn.confirm(request, user, password);
        if (!outcome.signedIn()) {
            return outcome.waiting().isZero()
                    ? own.refuse(VIEW, "password", page.text("account.password.old.wrong"))
                    : own.tooOften(VIEW, "password", "account.sign_in.wait", outcome.waiting());
        }
        Duration wait = limit.count(request, user.id(), address);
        if (!wait.isZero()) {
            return own.tooOften(VIEW, "email", "account.mail.too_often", wait);
        }
        return credentials.askToChangeEmail(user, address)
                ? page.show("account/confirm-sent.html")
                : own.refuse(VIEW, "email", page.text("account.email.taken"));
    }

    /** Where the e-mail leads: mail filters open links, so only a button changes anything. */
    @GET
    @Path(TOKEN)
    public Response ask(@PathParam("token") String token) {
        return answer(user -> mails.ownerOf(token, MailPurpose.CHANGE)
                .filter(owner -> owner.id() == user.id())
                .flatMap(owner -> mails.addressOf(token, MailPurpose.CHANGE))
                .map(address -> page.with("token", token)
                        .with("current", user.email())
                        .with("email", address)
                        .show("account/email-confirm.html"))
                .orElseGet(this::over));
    }

    /** The reader pressed the button. */
    @POST
    @Path(TOKEN)
    @CsrfProtected
    public Response change(@PathParam("token") String token) {
        return answer(user -> {
            try {
                return credentials
                        .changeEmail(user.id(), token)
                        .map(now -> page.with("email", now.email()).show("account/confirmed.html"))
                        .orElseGet(this::over);
            } catch (EmailTakenException taken) {
                page.with("current", user.email());
                return own.refuse(VIEW, "email", page.text("account.email.taken"));
            }
        });
    }

    private Response over() {
        return page.with("again", "/account/email/")
                .show(Response.Status.GONE.getStatusCode(), "account/link-over.html");
    }

    private Response answer(java.util.function.Function<User, Response> answer) {
        return own.answer(user -> mails.arePossible()
                ? answer.apply(user)
                : Response.status(Response.Status.NOT_FOUND).build());
    }
}
