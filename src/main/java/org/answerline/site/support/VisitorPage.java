package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.form.BufferedFormRequest;
import org.answerline.site.form.FilesField;
import org.answerline.site.form.FormRecovery;
import org.answerline.site.form.GuestFormFields;
import org.answerline.site.form.QuestionFields;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;

/** The page with the form of a visitor who is not signed in. */
@RequestScoped
class VisitorPage {
    @Inject
    PageModel page;

    @Inject
    VisitorDraft visitor;

    @Inject
    QuestionDrafts drafts;

    @Inject
    Attachments attachments;

    @Inject
    QuestionProblems questionProblems;

    @Inject
    GuestFormFields guestFields;

    @Inject
    FormRecovery formRecovery;

    /** Whether the form takes questions without an account. */
    boolean isForGuests() {
        return guestFields.areTaken();
    }

    /** The form with a question, the files of a draft, and what this request has typed into the other fields. */
    Response show(int status, Optional<QuestionDraft> draft, NewQuestion question, HttpServletRequest request) {
        var files = draft.map(drafts::filesOf).orElse(List.of());
        var fields = new QuestionFields(
                false,
                question.subject() == null ? "" : question.subject(),
                question.message(),
                UUID.randomUUID().toString(),
                FilesField.of(attachments, files, page.texts()),
                guestFields.of(BufferedFormRequest.fields(request)));
        return page.show(status, VIEWS.supportVisitor(page.context(), fields));
    }

    /** Gives back what was typed by somebody who cannot send it without signing in elsewhere. */
    Response lost(QuestionForm form) {
        return formRecovery.show(form.subject(), form.message());
    }

    /** The form again, with what is wrong. */
    Response again(DraftKey draft, NewQuestion question, List<FieldProblem> problems, HttpServletRequest request) {
        return again(PageModel.UNPROCESSABLE, drafts.find(draft), question, problems, request);
    }

    /** The form again, and when to send it. */
    Response tooOften(HttpServletRequest request, NewQuestion question, Duration wait) {
        List<FieldProblem> problems = questionProblems.tooOften(wait);
        return Response.fromResponse(again(PageModel.TOO_MANY, visitor.waiting(request), question, problems, request))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }

    // A form from the browser's history names files of a question that waits for its confirmation: this page has them
    // no more.
    private Response again(
            int status,
            Optional<QuestionDraft> draft,
            NewQuestion question,
            List<FieldProblem> problems,
            HttpServletRequest request) {
        List<String> here = draft.map(drafts::filesOf).orElse(List.of()).stream()
                .map(Attachment::id)
                .toList();
        List<FieldProblem> all = new ArrayList<>(problems);
        if (!here.containsAll(question.files())) {
            all.addAll(questionProblems.of(FileRefusedException.Reason.UNKNOWN));
        }
        page.with(all.stream().distinct().toList());
        return show(status, draft, question, request);
    }
}
