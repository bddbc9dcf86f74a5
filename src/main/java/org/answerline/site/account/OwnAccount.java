package org.answerline.site.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.account.SignUp;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** What the pages have in common on which somebody with a password of ours changes the own account. */
@RequestScoped
class OwnAccount {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode door;

    /** Whether name, address and password are ours to change: whoever signs in elsewhere has them there. */
    boolean isOurs(User user) {
        return door.kind() == SignInKind.LOCAL && user.hasPassword();
    }

    /** The answer for a user with a password of ours; signing in for nobody, not found for all others. */
    Response answer(Function<User, Response> answer) {
        Optional<User> user = currentUser.user();
        if (user.isEmpty()) {
            return page.toSignIn();
        }
        return isOurs(user.get())
                ? answer.apply(user.get())
                : Response.status(Response.Status.NOT_FOUND).build();
    }

    /** The form again with what is wrong with one of its fields. */
    Response refuse(String view, SignUp.Problem problem) {
        return refuse(view, problem.field(), page.text(problem.textKey(), problem.args()));
    }

    Response refuse(String view, String field, String text) {
        return page.with(List.of(new FieldProblem(field, text))).show(PageModel.UNPROCESSABLE, view);
    }

    /** The form again, and when to send it. */
    Response tooOften(String view, String field, String textKey, Duration wait) {
        page.with(List.of(new FieldProblem(field, page.text(textKey, WaitText.of(page.texts(), wait)))));
        return Response.fromResponse(page.show(PageModel.TOO_MANY, view))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }
}
