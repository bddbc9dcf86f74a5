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
import java.time.Duration;
import java.util.List;
import org.answerline.account.CurrentUser;
import org.answerline.account.PasswordService;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.account.SignUp;
import org.answerline.account.SignUpPolicy;
import org.answerline.account.user.EmailTakenException;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;
import org.answerline.site.view.WaitText;

/** The page on which somebody new opens an account. */
@Controller
@RequestScoped
@Path("sign-up/")
@Produces("text/html;charset=UTF-8")
public class SignUpController {
    private static final String VIEW = "account/sign-up.html";

    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    PasswordService credentials;

    @Inject
    SignIn signIn;

    @Inject
    SignUpPolicy door;

    @Inject
    SignInMode signInDoor;

    @Inject
    OpenIdPages openId;

    @Inject
    RateLimits limits;

    @Inject
    CallerAddress callerAddress;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form, or a word that accounts are opened elsewhere. */
    @GET
    public Response form(@QueryParam("next") String next) {
        if (currentUser.user().isPresent()) {
            return page.go(ReturnPath.own(next));
        }
        return door.isOpen() ? show(200, SignUp.typed("", "", ""), next) : elsewhere(next);
    }

    /** Opens the account and signs in at once, or shows what has to be changed. */
    @POST
    @CsrfProtected
    public Response submit(
            @FormParam("email") String email,
            @FormParam("full_name") String fullName,
            @FormParam("password") String password,
            @FormParam("next") String next) {
        if (!door.isOpen()) {
            return closed();
        }
        var typed = SignUp.typed(email, fullName, password);
        var problems = typed.problems();
        if (!problems.isEmpty()) {
            return refuse(typed, next, problems);
        }
        Duration wait = limits.count(RateLimit.SIGN_UP, callerAddress.of(request));
        if (!wait.isZero()) {
            return tooOften(typed, next, wait);
        }
        return open(typed, next);
    }

    private Response open(SignUp typed, String next) {
        try {
            var user = credentials.signUp(typed, page.language());
            signIn.signIn(request, user);
            return page.go(ReturnPath.own(next));
        } catch (EmailTakenException e) {
            return refuse(typed, next, List.of(new SignUp.Problem("email", "account.email.taken")));
        }
    }

    private Response refuse(SignUp typed, String next, List<SignUp.Problem> problems) {
        page.with(problems.stream()
                .map(problem -> new FieldProblem(problem.field(), page.text(problem.textKey(), problem.args())))
                .toList());
        return show(PageModel.UNPROCESSABLE, typed, next);
    }

    private Response tooOften(SignUp typed, String next, Duration wait) {
        String words = WaitText.of(page.texts(), wait);
        page.with(List.of(new FieldProblem("email", page.text("account.sign_up.too_often", words))));
        return Response.fromResponse(show(PageModel.TOO_MANY, typed, next))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }

    private Response show(int status, SignUp typed, String next) {
        page.with("email", typed.email()).with("fullName", typed.fullName()).withNext(next);
        return page.show(status, VIEW);
    }

    // A provider opens accounts by itself; to a server's own realm there is no way from here.
    private Response elsewhere(String next) {
        return switch (signInDoor.kind()) {
            case LOCAL -> closed();
            case OIDC -> openId.toProvider(ReturnPath.own(next), response);
            case CONTAINER -> Response.status(Response.Status.NOT_FOUND).build();
        };
    }

    private Response closed() {
        return page.show(Response.Status.FORBIDDEN.getStatusCode(), "account/sign-up-closed.html");
    }
}
