package org.answerline.site.account;

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
import org.answerline.account.SignIn;
import org.answerline.account.SignUp;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;

/** The page on which the reader changes the password. */
@Controller
@RequestScoped
@Path("password/")
@Produces("text/html;charset=UTF-8")
public class PasswordController {
    private static final String VIEW = "account/password.html";
    static final String CHANGED = "/account/password/changed/";

    @Inject
    PageModel page;

    @Inject
    OwnAccount own;

    @Inject
    SignIn signIn;

    @Inject
    TelegramLinking linking;

    @Context
    HttpServletRequest request;

    /** The form. */
    @GET
    public Response form() {
        return own.answer(user -> page.show(VIEW));
    }

    /** Changes the password for whoever knows the old one, or says what has to be fixed. */
    @POST
    @CsrfProtected
    public Response submit(@FormParam("old_password") String old, @FormParam("password") String fresh) {
        return own.answer(user -> {
            List<FieldProblem> problems = problems(old, fresh);
            return problems.isEmpty()
                    ? answer(signIn.change(request, user, old, fresh))
                    : page.with(problems).show(PageModel.UNPROCESSABLE, VIEW);
        });
    }

    /** Says that it is done. */
    @GET
    @Path("changed/")
    public Response changed() {
        return own.answer(
                user -> page.with("untied", TelegramView.of(linking, user)).show("account/password-changed.html"));
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
        return outcome.waiting().isZero()
                ? own.refuse(VIEW, "old_password", page.text("account.password.old.wrong"))
                : own.tooOften(VIEW, "old_password", "account.sign_in.wait", outcome.waiting());
    }
}
