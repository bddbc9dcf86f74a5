package org.answerline.site.account.signin;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.answerline.account.SignUpPolicy;
import org.answerline.account.mail.AccountMails;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;
import org.answerline.site.view.WaitText;

/** What the sign-in page shows. */
@RequestScoped
class SignInPage {
    @Inject
    PageModel page;

    @Inject
    SignUpPolicy signUpPolicy;

    @Inject
    AccountMails mails;

    /**
     * The form.
     *
     * @param next where to go afterwards, as it came
     */
    Response show(int status, String email, String next) {
        return page.show(
                status,
                VIEWS.accountSignIn(
                        page.context(), email, ReturnPath.own(next), signUpPolicy.isOpen(), mails.arePossible()));
    }

    /** The form again, with what is wrong. */
    Response refuse(List<FieldProblem> problems, String email, String next) {
        page.with(problems);
        return show(PageModel.UNPROCESSABLE, email, next);
    }

    /** The form again, and when to send it. */
    Response throttle(Duration waiting, String email, String next) {
        String wait = WaitText.of(page.texts(), waiting);
        page.with(List.of(new FieldProblem("email", page.text("account.sign_in.wait", wait))));
        return Response.fromResponse(show(PageModel.TOO_MANY, email, next))
                .header("Retry-After", waiting.toSeconds() + 1)
                .build();
    }
}
