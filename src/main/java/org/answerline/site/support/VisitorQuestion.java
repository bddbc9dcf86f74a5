package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.form.BufferedFormRequest;
import org.answerline.site.form.GuestFormFields;
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
    VisitorPage visitorPage;

    @Inject
    VisitorDraft visitor;

    @Inject
    QuestionDrafts drafts;

    @Inject
    SubmitLimit limit;

    @Inject
    QuestionProblems questionProblems;

    @Inject
    GuestSubmission guestSubmission;

    /** The form with what was typed before. */
    Response form(HttpServletRequest request) {
        if (!visitor.isPossible()) {
            return page.toSignIn();
        }
        Optional<QuestionDraft> draft = visitor.waiting(request);
        NewQuestion typed = NewQuestion.typed(
                draft.map(QuestionDraft::subject).orElse(""),
                draft.map(QuestionDraft::message).orElse(""));
        return visitorPage.show(PageModel.OK, draft, typed, request);
    }

    /** Keeps the question and goes on to sign in, or sends it for a guest, or shows what has to be changed. */
    Response submit(QuestionForm form, GuestForm guest, HttpServletRequest request, HttpServletResponse response) {
        return kept(form, request, response, kept -> {
            if (visitorPage.isForGuests() && guest.isOfGuest()) {
                return guestSubmission.submit(kept, guest, request, response);
            }
            return toSignInUnless(questionProblems.of(kept.question(), request), kept, request);
        });
    }

    /** The same for the form of a user whose account was erased elsewhere: where guests are taken, it asks for what a guest's form has besides. */
    Response submitOfErased(QuestionForm form, HttpServletRequest request, HttpServletResponse response) {
        return kept(form, request, response, kept -> {
            List<FieldProblem> problems = new ArrayList<>(questionProblems.of(kept.question(), request));
            if (visitorPage.isForGuests()) {
                problems.add(0, new FieldProblem(GuestFormFields.NAME, page.text("guest.erased")));
            }
            return toSignInUnless(problems, kept, request);
        });
    }

    private Response toSignInUnless(List<FieldProblem> problems, KeptQuestion kept, HttpServletRequest request) {
        return problems.isEmpty()
                ? toSignIn(kept.draft())
                : visitorPage.again(kept.draft(), kept.question(), problems, request);
    }

    private Response kept(
            QuestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<KeptQuestion, Response> next) {
        if (!visitor.isPossible()) {
            return visitorPage.lost(form);
        }
        NewQuestion question = form.question();
        Duration wait = limit.countVisitor(request);
        Optional<DraftKey> key = wait.isZero() ? visitor.orBegin(request, response) : Optional.empty();
        if (key.isEmpty()) {
            return visitorPage.tooOften(request, question, wait.isZero() ? QuestionDrafts.LIFE : wait);
        }
        String submission = form.submission().orElseGet(() -> UUID.randomUUID().toString());
        drafts.keep(key.get(), question, submission, onlyFor(request));
        return next.apply(new KeptQuestion(key.get(), question, submission));
    }

    /** What this user typed before signing in and has not sent yet. */
    Optional<NewQuestion> typedBefore(HttpServletRequest request, long userId) {
        return visitor.key(request).flatMap(key -> drafts.give(key, userId)).map(draft -> NewQuestion.typed(
                        draft.subject(), draft.message())
                .with(drafts.filesOf(draft).stream().map(Attachment::id).toList()));
    }

    private Response toSignIn(DraftKey key) {
        String next = "/support/send/?draft=" + key.id();
        return page.go("/account/sign-in/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    // A form that was opened by a signed-in user is sent in the name of that user only.
    private static OptionalLong onlyFor(HttpServletRequest request) {
        String reader = BufferedFormRequest.fields(request).get(WrongUserFormFilter.FIELD);
        return reader != null && reader.matches("[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(reader))
                : OptionalLong.empty();
    }
}
