package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.SignInDoor;
import org.answerline.account.SignInKind;
import org.answerline.account.SignUp;
import org.answerline.account.User;

/** The page on which the reader changes the password. */
@Controller
@RequestScoped
@Path("password/")
@Produces("text/html;charset=UTF-8")
public class PasswordController {
    private static final String VIEW = "account/password.html";

    static final String CHANGED = "/account/password/changed/";

    @Inject
    Page page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Inject
    SignInDoor door;

    @Context
    HttpServletRequest request;

    /** The form. */
    @GET
    public Response form() {
        return forOurUser(user -> page.show(VIEW));
    }

    /** Changes the password for whoever knows the old one, or says what has to be mended. */
    @POST
    @CsrfProtected
    public Response submit(@FormParam("old_password") String old, @FormParam("password") String fresh) {
        return forOurUser(user -> {
            List<FieldProblem> problems = problems(old, fresh);
            return problems.isEmpty()
                    ? answer(signIn.change(request, user, old, fresh))
                    : page.with(problems).show(Page.UNPROCESSABLE, VIEW);
        });
    }

    /** Says that it is done. */
    @GET
    @Path("changed/")
    public Response changed() {
        return forOurUser(user -> page.show("account/password-changed.html"));
    }

    private List<FieldProblem> problems(String old, String fresh) {
        List<FieldProblem> problems = new ArrayList<>();
        if (old == null || old.isEmpty()) {
            problems.add(new FieldProblem("old_password", page.text("account.password.old.empty")));
        }
        SignUp.passwordProblem(fresh == null ? "" : fresh)
                .map(problem -> new FieldProblem("password", page.text(problem.textKey(), problem.args())))
                .ifPresent(problems::add);
        return problems;
    }

    private Response answer(SignIn.Outcome outcome) {
        if (outcome.signedIn()) {
            return page.go(CHANGED);
        }
        if (outcome.waiting().isZero()) {
            return refuse(Page.UNPROCESSABLE, "old_password", page.text("account.password.old.wrong"));
        }
        String wait = WaitWords.of(page.texts(), outcome.waiting());
        return refuse(Page.TOO_MANY, "old_password", page.text("account.sign_in.wait", wait));
    }

    private Response refuse(int status, String field, String words) {
        return page.with(List.of(new FieldProblem(field, words))).show(status, VIEW);
    }

    // Whoever signs in elsewhere has the password there.
    private Response forOurUser(java.util.function.Function<User, Response> answer) {
        Optional<User> user = currentUser.user();
        if (user.isEmpty()) {
            return page.toSignIn();
        }
        boolean isOurs = door.kind() == SignInKind.LOCAL && user.get().hasPassword();
        return isOurs
                ? answer.apply(user.get())
                : Response.status(Response.Status.NOT_FOUND).build();
    }
}
