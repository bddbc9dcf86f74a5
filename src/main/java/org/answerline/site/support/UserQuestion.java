package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.account.user.User;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;

/** The form of a signed-in user: stores the question, or shows what has to be changed. */
@RequestScoped
class UserQuestion {
    @Inject
    PageModel page;

    @Inject
    SupportPage supportPage;

    @Inject
    QuestionProblems questionProblems;

    @Inject
    SubmitLimit limit;

    @Inject
    SupportDesk desk;

    @Inject
    VisitorDraft visitorDraft;

    @Inject
    SentQuestion sent;

    /** Sends the question and says so. */
    Response submit(User user, QuestionForm form, HttpServletRequest request, HttpServletResponse response) {
        NewQuestion question = form.question();
        List<FieldProblem> problems = questionProblems.of(question, request);
        if (!problems.isEmpty()) {
            return again(PageModel.UNPROCESSABLE, user, question, problems);
        }
        Duration wait = limit.count(user.id(), request);
        if (!wait.isZero()) {
            Response tooOften = again(PageModel.TOO_MANY, user, question, questionProblems.tooOften(wait));
            return Response.fromResponse(tooOften)
                    .header("Retry-After", RateLimits.retryAfter(wait))
                    .build();
        }
        page.rememberLanguage(user);
        try {
            SupportMessage message = form.submission().isPresent()
                    ? desk.askByForm(user.id(), question, form.submission().get())
                    : desk.ask(user.id(), question);
            visitorDraft.forget(request, response);
            return sent.show(user.id(), message.id());
        } catch (UserBlockedException refused) {
            return again(PageModel.FORBIDDEN, user, question, questionProblems.of(refused));
        } catch (FileRefusedException gone) {
            return again(PageModel.UNPROCESSABLE, user, question, questionProblems.of(gone.reason()));
        }
    }

    private Response again(int status, User user, NewQuestion question, List<FieldProblem> problems) {
        page.with(problems);
        return supportPage.show(status, user, Composer.of(question), OptionalLong.empty());
    }
}
