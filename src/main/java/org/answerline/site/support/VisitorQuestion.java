package org.answerline.site.support;

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
import org.answerline.site.api.SubmitLimit;
import org.answerline.site.form.BufferedFormRequest;
import org.answerline.site.form.FilesField;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.form.WrongUserFormFilter;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** The form for somebody who is not signed in: what they type is kept, and sent when they have signed in. */
@RequestScoped
class VisitorQuestion {
    private static final String VIEW = "support/visitor.html";

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
    Response submit(
            HttpServletRequest request,
            HttpServletResponse response,
            NewQuestion question,
            String submission,
            List<FieldProblem> problems) {
        Duration wait = limit.countVisitor(request);
        Optional<DraftKey> key = wait.isZero() ? visitor.orBegin(request, response) : Optional.empty();
        if (key.isEmpty()) {
            return tooOften(request, question, wait.isZero() ? QuestionDrafts.LIFE : wait);
        }
        drafts.keep(key.get(), question, submission(submission), onlyFor(request));
        if (!problems.isEmpty()) {
            page.with(problems);
            return show(PageModel.UNPROCESSABLE, drafts.find(key.get()), question.subject(), question.text());
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
        String words = WaitText.of(page.texts(), wait);
        page.with(List.of(new FieldProblem("message", page.text("page.support.too_often", words))));
        return Response.fromResponse(
                        show(PageModel.TOO_MANY, visitor.waiting(request), question.subject(), question.text()))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }

    private Response show(int status, Optional<QuestionDraft> draft, String subject, String message) {
        var files = draft.map(drafts::filesOf).orElse(List.of());
        page.with("subject", subject == null ? "" : subject)
                .with("message", message)
                .with("files", FilesField.of(attachments, files, page.texts()))
                .with("submission", UUID.randomUUID().toString())
                .with("subjectMax", NewQuestion.SUBJECT_MAX)
                .with("messageMax", NewQuestion.TEXT_MAX);
        return page.show(status, VIEW);
    }

    private static String submission(String typed) {
        return typed != null && typed.matches("[0-9a-f-]{36}")
                ? typed
                : UUID.randomUUID().toString();
    }

    // A form that was opened by somebody who was signed in then is sent in nobody else's name.
    private static OptionalLong onlyFor(HttpServletRequest request) {
        String reader = BufferedFormRequest.fields(request).get(WrongUserFormFilter.FIELD);
        return reader != null && reader.matches("[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(reader))
                : OptionalLong.empty();
    }
}
