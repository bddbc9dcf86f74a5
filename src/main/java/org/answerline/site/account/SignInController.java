package org.answerline.site.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.account.SignUp;
import org.answerline.account.SignUpPolicy;
import org.answerline.account.mail.AccountMails;
import org.answerline.platform.config.SignInKind;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;
import org.answerline.site.view.WaitText;

/** The page that asks who is there. */
@Controller
@RequestScoped
@Path("sign-in/")
@Produces("text/html;charset=UTF-8")
public class SignInController {
    private static final String VIEW = "account/sign-in.html";

    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Inject
    SignInMode door;

    @Inject
    OpenIdPages openId;

    @Inject
    AccountMails mails;

    @Inject
    SignUpPolicy signUpDoor;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form, or the way to whoever asks in our place; who is signed in already goes straight on. */
    @GET
    public Response form(@QueryParam("next") String next) {
        return currentUser.user().isPresent() ? page.go(ReturnPath.own(next)) : ask(next);
    }

    /** Signs in and goes on, or says that address and password do not fit, or how long to wait. */
    @POST
    @CsrfProtected
    public Response submit(
            @FormParam("email") String email, @FormParam("password") String password, @FormParam("next") String next) {
        if (door.kind() != SignInKind.LOCAL) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        String address = SignUp.typedEmail(email);
        List<FieldProblem> empty = empty(address, password);
        if (!empty.isEmpty()) {
            page.with(empty);
            return show(PageModel.UNPROCESSABLE, address, next);
        }
        var outcome = signIn.signIn(request, address, password);
        if (outcome.signedIn()) {
            outcome.user().ifPresent(page::rememberLanguage);
            return page.go(ReturnPath.own(next));
        }
        return outcome.waiting().isZero() ? refuse(address, next) : throttle(outcome, address, next);
    }

    private List<FieldProblem> empty(String address, String password) {
        List<FieldProblem> problems = new ArrayList<>();
        if (address.isEmpty()) {
            problems.add(new FieldProblem("email", page.text("account.email.empty")));
        }
        if (password == null || password.isEmpty()) {
            problems.add(new FieldProblem("password", page.text("account.password.enter")));
        }
        return problems;
    }

    private Response ask(String next) {
        return switch (door.kind()) {
            case LOCAL -> show(Response.Status.OK, "", next);
            case OIDC -> openId.toProvider(ReturnPath.own(next), response);
            case CONTAINER -> page.with("next", ReturnPath.own(next)).show(401, "account/unknown-caller.html");
        };
    }

    private Response refuse(String email, String next) {
        page.with(List.of(new FieldProblem("email", page.text("account.sign_in.refused"))));
        return show(PageModel.UNPROCESSABLE, email, next);
    }

    private Response throttle(SignIn.Outcome outcome, String email, String next) {
        String wait = WaitText.of(page.texts(), outcome.waiting());
        page.with(List.of(new FieldProblem("email", page.text("account.sign_in.wait", wait))));
        response.setHeader("Retry-After", Long.toString(outcome.waiting().toSeconds() + 1));
        return show(PageModel.TOO_MANY, email, next);
    }

    private Response show(Response.Status status, String email, String next) {
        return show(status.getStatusCode(), email, next);
    }

    private Response show(int status, String email, String next) {
        page.with("email", email).withNext(next).with("signUpOpen", signUpDoor.isOpen());
        page.with("letters", mails.arePossible());
        return page.show(status, VIEW);
    }
}
