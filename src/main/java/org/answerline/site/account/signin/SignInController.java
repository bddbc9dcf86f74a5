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
import java.util.List;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.platform.config.SignInKind;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;

/** The page on which a user signs in. */
@Controller
@RequestScoped
@Path("sign-in/")
@Produces("text/html;charset=UTF-8")
public class SignInController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Inject
    SignInMode mode;

    @Inject
    OpenIdPages openId;

    @Inject
    InputValidator validator;

    @Inject
    SignInPage signInPage;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form, or the way to the provider that asks in our place; a signed-in user goes straight on, but a guest has no account. */
    @GET
    public Response form(@QueryParam("next") String next) {
        return currentUser.user().filter(user -> !user.isGuest()).isPresent()
                ? page.go(ReturnPath.own(next))
                : ask(next);
    }

    /** Signs in and goes on, or says that address and password do not match, or how long to wait. */
    @POST
    @CsrfProtected
    public Response submit(@BeanParam SignInForm form) {
        if (mode.kind() != SignInKind.LOCAL) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        String address = form.getEmail();
        String next = form.getNext();
        List<FieldProblem> problems = validator.problems(form, page.texts());
        if (!problems.isEmpty()) {
            return signInPage.refuse(problems, address, next);
        }
        var outcome = signIn.signIn(request, address, form.getPassword());
        if (outcome.signedIn()) {
            outcome.user().ifPresent(page::rememberLanguage);
            return page.go(ReturnPath.own(next));
        }
        return outcome.waiting().isZero()
                ? signInPage.refuse(
                        List.of(new FieldProblem("email", page.text("account.sign_in.refused"))), address, next)
                : signInPage.throttle(outcome.waiting(), address, next);
    }

    private Response ask(String next) {
        return switch (mode.kind()) {
            case LOCAL -> signInPage.show(PageModel.OK, "", next);
            case OIDC -> openId.toProvider(ReturnPath.own(next), response);
            case CONTAINER -> page.show(401, VIEWS.accountUnknownCaller(page.context(), ReturnPath.own(next)));
        };
    }
}
