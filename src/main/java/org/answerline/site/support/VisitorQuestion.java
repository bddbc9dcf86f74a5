package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.form.BufferedFormRequest;
import org.answerline.site.form.FilesField;
import org.answerline.site.form.FormRecovery;
import org.answerline.site.form.QuestionFields;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.form.WrongUserFormFilter;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;

/** The form for somebody who is not signed in: what they type is kept, and sent when they have signed in. */
@RequestScoped
class VisitorQuestion {
    @Inject
    PageModel page;

    @Inject
    VisitorDraft visitor;

    @Inject
    QuestionDrafts drafts;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    @Inject
    QuestionProblems questionProblems;

    @Inject
    FormRecovery formRecovery;

    /** The form with what was typed before. */
    Response form(HttpServletRequest request) {
        if (!visitor.isPossible()) {
            return page.toSignIn();
        }
        Optional<QuestionDraft> draft = visitor.waiting(request);
        return show(
                PageModel.OK,
                draft,
                draft.map(QuestionDraft::subject).orElse(""),
                draft.map(QuestionDraft::message).orElse(""));
    }

    /** Keeps the question and goes on to sign in, or shows what has to be changed. */
    Response submit(QuestionForm form, HttpServletRequest request, HttpServletResponse response) {
        if (!visitor.isPossible()) {
            return formRecovery.show(form.subject(), form.message());
        }
        NewQuestion question = form.question();
        Duration wait = limit.countVisitor(request);
        Optional<DraftKey> key = wait.isZero() ? visitor.orBegin(request, response) : Optional.empty();
        if (key.isEmpty()) {
            return tooOften(request, question, wait.isZero() ? QuestionDrafts.LIFE : wait);
        }
        String submission = form.submission().orElseGet(() -> UUID.randomUUID().toString());
        drafts.keep(key.get(), question, submission, onlyFor(request));
        List<FieldProblem> problems = questionProblems.of(question, request);
        if (!problems.isEmpty()) {
            page.with(problems);
            return show(PageModel.UNPROCESSABLE, drafts.find(key.get()), question.subject(), question.message());
        }
        String next = "/support/send/?draft=" + key.get().id();
        return page.go("/account/sign-in/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** What this user typed before signing in and has not sent yet. */
    Optional<NewQuestion> typedBefore(HttpServletRequest request, long userId) {
        return visitor.key(request).flatMap(key -> drafts.give(key, userId)).map(draft -> NewQuestion.typed(
                        draft.subject(), draft.message())
                .with(attachments.idsOfDraft(draft.id())));
    }

    private Response tooOften(HttpServletRequest request, NewQuestion question, Duration wait) {
        page.with(questionProblems.tooOften(wait));
        return Response.fromResponse(
                        show(PageModel.TOO_MANY, visitor.waiting(request), question.subject(), question.message()))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }

    private Response show(int status, Optional<QuestionDraft> draft, String subject, String message) {
        var files = draft.map(drafts::filesOf).orElse(List.of());
        var question = new QuestionFields(
                false,
                subject == null ? "" : subject,
                message,
                UUID.randomUUID().toString(),
                FilesField.of(attachments, files, page.texts()));
        return page.show(status, VIEWS.supportVisitor(page.context(), question));
    }

    // A form that was opened by a signed-in user is sent in the name of that user only.
    private static OptionalLong onlyFor(HttpServletRequest request) {
        String reader = BufferedFormRequest.fields(request).get(WrongUserFormFilter.FIELD);
        return reader != null && reader.matches("[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(reader))
                : OptionalLong.empty();
    }
}
