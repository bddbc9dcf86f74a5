package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.answerline.account.guest.WorkProofs;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;

/** The form of somebody who asks without an account: sends the question, or shows what has to be changed. */
@RequestScoped
class GuestSubmission {
    @Inject
    PageModel page;

    @Inject
    VisitorPage visitorPage;

    @Inject
    QuestionProblems questionProblems;

    @Inject
    InputValidator validator;

    @Inject
    WorkProofs proofs;

    @Inject
    SubmitLimit limit;

    @Inject
    GuestQuestion guestQuestion;

    /** Sends the question, or asks its author by e-mail. */
    Response submit(KeptQuestion kept, GuestForm form, HttpServletRequest request, HttpServletResponse response) {
        List<FieldProblem> problems = problems(kept, form, request);
        if (!problems.isEmpty()) {
            return refuse(kept, problems, request);
        }
        Duration wait = limit.countGuest(request, form.details().email());
        if (!wait.isZero()) {
            return visitorPage.tooOften(request, kept.question(), wait);
        }
        try {
            return guestQuestion
                    .send(kept, form, request, response)
                    .orElseGet(() -> refuse(kept, List.of(problem("guest.expired")), request));
        } catch (FileRefusedException refused) {
            return refuse(kept, questionProblems.of(refused.reason()), request);
        } catch (UserBlockedException refused) {
            return refuse(kept, questionProblems.of(refused), request);
        }
    }

    private List<FieldProblem> problems(KeptQuestion kept, GuestForm form, HttpServletRequest request) {
        List<FieldProblem> problems = new ArrayList<>(questionProblems.of(kept.question(), request));
        problems.addAll(validator.problems(form.details(), page.texts()));
        if (form.isByRobot()) {
            problems.add(problem("guest.robot"));
        } else if (form.proof().isThere() && !proofs.isValid(form.proof())) {
            problems.add(problem("guest.expired"));
        } else if (!form.proof().isThere() && !guestQuestion.canAskByMail()) {
            problems.add(problem("guest.no_script"));
        }
        return problems;
    }

    private FieldProblem problem(String key) {
        return new FieldProblem("message", page.text(key));
    }

    private Response refuse(KeptQuestion kept, List<FieldProblem> problems, HttpServletRequest request) {
        return visitorPage.again(kept.draft(), kept.question(), problems, request);
    }
}
