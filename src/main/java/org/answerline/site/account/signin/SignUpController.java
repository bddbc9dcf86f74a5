package org.answerline.site.account.signin;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
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
import org.answerline.account.SignInMode;
import org.answerline.account.SignUp;
import org.answerline.account.SignUpPolicy;
import org.answerline.account.user.EmailTakenException;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;
import org.answerline.site.view.WaitText;

/** The page on which a visitor opens an account. */
@Controller
@RequestScoped
@Path("sign-up/")
@Produces("text/html;charset=UTF-8")
public class SignUpController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignUpPolicy policy;

    @Inject
    SignInMode mode;

    @Inject
    InputValidator validator;

    @Inject
    AccountOpening accounts;

    @Inject
    OpenIdPages openId;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form, or a page that says that accounts are opened elsewhere. */
    @GET
    public Response form(@QueryParam("next") String next) {
        if (currentUser.user().filter(user -> !user.isGuest()).isPresent()) {
            return page.go(ReturnPath.own(next));
        }
        return policy.isOpen() ? show(PageModel.OK, SignUp.typed("", "", ""), next) : elsewhere(next);
    }

    /** Opens the account and signs in at once, or shows what has to be changed. */
    @POST
    @CsrfProtected
    public Response submit(@BeanParam SignUpForm form) {
        if (!policy.isOpen()) {
            return closed();
        }
        SignUp signUp = form.signUp();
        List<FieldProblem> problems = validator.problems(signUp, page.texts());
        if (!problems.isEmpty()) {
            return refuse(signUp, form.next(), problems);
        }
        Duration wait = accounts.count(request);
        return wait.isZero() ? open(signUp, form.next()) : tooOften(signUp, form.next(), wait);
    }

    private Response open(SignUp signUp, String next) {
        try {
            accounts.open(signUp, page.language(), request);
            return page.go(ReturnPath.own(next));
        } catch (EmailTakenException taken) {
            return refuse(signUp, next, List.of(new FieldProblem("email", page.text("account.email.taken"))));
        }
    }

    private Response refuse(SignUp typed, String next, List<FieldProblem> problems) {
        page.with(problems);
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
        return page.show(
                status, VIEWS.accountSignUp(page.context(), typed.email(), typed.fullName(), ReturnPath.own(next)));
    }

    // A provider opens accounts by itself; to a server's own realm there is no way from here.
    private Response elsewhere(String next) {
        return switch (mode.kind()) {
            case LOCAL -> closed();
            case OIDC -> openId.toProvider(ReturnPath.own(next), response);
            case CONTAINER -> Response.status(Response.Status.NOT_FOUND).build();
        };
    }

    private Response closed() {
        return page.show(Response.Status.FORBIDDEN.getStatusCode(), VIEWS.accountSignUpClosed(page.context()));
    }
}
