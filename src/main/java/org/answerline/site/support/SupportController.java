package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.api.SubmitLimit;
import org.answerline.site.form.FilesField;
import org.answerline.site.form.FormRecovery;
import org.answerline.site.form.FormUploads;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.live.LiveUpdates;
import org.answerline.site.view.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** The page with the form and the reader's conversation. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class SupportController {
    private static final int MESSAGES_A_PAGE = 20;

    @Inject
    PageModel page;

    @Inject
    FormRecovery formRecovery;

    @Inject
    CurrentUser currentUser;

    @Inject
    SupportDesk desk;

    @Inject
    TelegramLinking linking;

    @Inject
    LiveUpdates live;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    @Inject
    VisitorQuestion visitor;

    @Inject
    VisitorDraft visitorDraft;

    @Inject
    SentQuestion sent;

    @Inject
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The form and a page of the conversation, the newest without a cursor. */
    @GET
    @Transactional
    public Response form(@QueryParam("before") String before, @QueryParam("sent") String sentBefore) {
        Optional<User> user = currentUser.user();
        if (user.isEmpty()) {
            return visitor.form(request);
        }
        Optional<NewQuestion> typed = visitor.typedBefore(request, user.get().id());
        page.with("sent", sentBefore != null).with("typedBefore", typed.isPresent());
        return show(200, user.get(), typed.orElseGet(() -> NewQuestion.typed("", "")), cursor(before));
    }

    // SUPPORTS asks for nothing, but without it Open Liberty leaves Krazo's interceptor out of this method, because the
    // one above has an interceptor of its own: the view's name would be the page.
    /** Sends the question and says so: the first on a page of its own, any other in the conversation; or shows what is wrong. */
    @POST
    @CsrfProtected
    @Transactional(Transactional.TxType.SUPPORTS)
    public Response submit(
            @FormParam("subject") String subject,
            @FormParam("message") String message,
            @FormParam(FormUploads.FIELD) List<String> files,
            @FormParam("submission") String submission) {
        Optional<User> user = currentUser.user();
        var question = NewQuestion.typed(subject, message)
                .with(files.stream().distinct().toList());
        List<FieldProblem> problems = problems(question);
        if (user.isEmpty()) {
            return visitorDraft.isPossible()
                    ? visitor.submit(request, response, question, submission, problems)
                    : formRecovery.show(subject, message);
        }
        if (!problems.isEmpty()) {
            return toMend(user.get(), question, problems);
        }
        Duration wait = limit.count(user.get().id(), request);
        if (!wait.isZero()) {
            return tooOften(user.get(), question, wait);
        }
        page.rememberLanguage(user.get());
        try {
            long stored = stored(user.get().id(), question, submission).id();
            visitorDraft.forget(request, response);
            return sent.show(user.get().id(), stored);
        } catch (FileRefusedException gone) {
            return toMend(user.get(), question, List.of(problem(gone.reason())));
        }
    }

    private Response toMend(User user, NewQuestion question, List<FieldProblem> problems) {
        page.with(problems);
        return show(PageModel.UNPROCESSABLE, user, question, newest());
    }

    private Response tooOften(User user, NewQuestion question, Duration wait) {
        String words = WaitText.of(page.texts(), wait);
        page.with(List.of(new FieldProblem("message", page.text("page.support.too_often", words))));
        Response form = show(PageModel.TOO_MANY, user, question, newest());
        return Response.fromResponse(form)
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }

    private SupportMessage stored(long userId, NewQuestion question, String submission) {
        if (submission == null || !submission.matches("[0-9a-f-]{36}")) {
            return desk.ask(userId, question);
        }
        return desk.askByForm(userId, question, submission);
    }

    private List<FieldProblem> problems(NewQuestion question) {
        Stream<FieldProblem> words = question.problems().stream()
                .map(problem -> new FieldProblem(problem.field(), page.text(problem.textKey(), problem.arguments())));
        Stream<FieldProblem> files = FormUploads.refused(request).stream()
                .map(file -> new FieldProblem("files", file.name() + ": " + reason(file.reason())));
        return Stream.concat(words, files).toList();
    }

    private FieldProblem problem(FileRefusedException.Reason reason) {
        return new FieldProblem("files", reason(reason));
    }

    private String reason(FileRefusedException.Reason reason) {
        return page.text(
                "error.file." + reason.name().toLowerCase(Locale.ROOT),
                attachments.largestMegabytes(),
                attachments.most());
    }

    private Response show(int status, User user, NewQuestion question, OptionalLong before) {
        // Taken before the thread is read, so that nothing falls between the page and its stream.
        page.with("position", live.position());
        var thread = desk.thread(user.id(), MESSAGES_A_PAGE, before);
        var telegram = linking.linked(user.id());
        boolean isConversation = !thread.messages().isEmpty();
        page.with("compact", isConversation)
                .with("fills", isConversation)
                .with("heading", heading(isConversation))
                .with("newestMessage", newestOf(thread))
                .with("blocked", telegram.filter(LinkedUser::blocked).isPresent())
                .with("linked", telegram.isPresent());
        page.with("subject", orEmpty(question.subject()))
                .with("message", question.text())
                .with("files", FilesField.of(attachments, user.id(), question.files(), page.texts()))
                .with("submission", UUID.randomUUID().toString())
                .with("subjectMax", NewQuestion.SUBJECT_MAX)
                .with("messageMax", NewQuestion.TEXT_MAX)
                .with("isOlder", before.isPresent())
                .with("outOfReach", desk.isOperatorOutOfReach())
                .with("conversation", ConversationView.of(thread, page.texts()));
        return page.show(status, "support/form.html");
    }

    private String heading(boolean isConversation) {
        if (page.says("sent")) {
            return page.text("page.sent.short");
        }
        return page.text(isConversation ? "page.thread.title" : "page.support.title");
    }

    private static long newestOf(ConversationPage thread) {
        return thread.messages().stream().mapToLong(SupportMessage::id).max().orElse(0);
    }

    private static OptionalLong newest() {
        return OptionalLong.empty();
    }

    // A cursor that is none is a mangled link: the newest page is the helpful answer.
    private static OptionalLong cursor(String before) {
        return before != null && before.matches("[1-9][0-9]{0,17}")
                ? OptionalLong.of(Long.parseLong(before))
                : OptionalLong.empty();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
