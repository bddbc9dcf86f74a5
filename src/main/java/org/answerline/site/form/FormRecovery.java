package org.answerline.site.form;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.platform.text.InputText;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.PageRenderer;
import org.answerline.site.view.ReturnPath;

/** The page that gives back what was typed into a form that could not be taken. */
@RequestScoped
public class FormRecovery {
    @Inject
    PageModel page;

    @Inject
    PageRenderer renderer;

    @Inject
    CurrentUser currentUser;

    @Inject
    VisitorDraft visitor;

    @Inject
    Attachments attachments;

    @Inject
    GuestFormFields guestFields;

    @Inject
    HttpServletRequest request;

    /** For a controller. */
    public Response show(String subject, String message) {
        return show(lead(), null, fields(subject, message, null, null, null));
    }

    /** For a request that reaches no controller, so that Krazo does not render the view. */
    Response render(Map<String, String> fields) {
        return accountForm(fields, "error.lost.again").orElseGet(() -> supportForm(fields, lead(), null));
    }

    /** For a form that was opened by another user than the one who is signed in now. */
    Response renderOthers(Map<String, String> fields) {
        String now = currentUser.user().map(User::fullName).orElse(null);
        return supportForm(fields, now == null ? lead() : "error.lost.other", now);
    }

    /** For a form that could not be stored because the database is unavailable; empty if it is not one of ours. */
    Optional<Response> renderUnstored(Map<String, String> fields) {
        page.withoutDatabase();
        return accountForm(fields, "error.form.away")
                .or(() -> fields.containsKey("message")
                        ? Optional.of(supportForm(fields, "error.lost.away", null))
                        : Optional.empty())
                .map(answer -> Response.fromResponse(answer)
                        .status(Response.Status.SERVICE_UNAVAILABLE)
                        .build());
    }

    private String lead() {
        if (currentUser.isSignedIn()) {
            return "error.lost.again";
        }
        if (!visitor.isPossible()) {
            return "error.lost.sign_in";
        }
        return guestFields.areTaken() ? "error.lost.again" : "error.lost.visitor";
    }

    private Optional<Response> accountForm(Map<String, String> fields, String lead) {
        Optional<AccountForm> form =
                fields.isEmpty() ? Optional.empty() : AccountForm.sentTo(request.getRequestURI(), fields);
        String next = fields.containsKey("next") ? ReturnPath.own(fields.get("next")) : null;
        return form.map(known -> renderer.render(page.show(
                Response.Status.FORBIDDEN.getStatusCode(), VIEWS.errorAccountForm(page.context(), known, lead, next))));
    }

    private Response supportForm(Map<String, String> fields, String lead, String otherUser) {
        // The same form is the same question, however often it is sent.
        String submission = fields.getOrDefault("submission", UUID.randomUUID().toString());
        Optional<DraftKey> draft = !currentUser.isSignedIn() ? visitor.begun(request) : Optional.empty();
        FilesField files = draft.map(key -> FilesField.of(attachments, attachments.ofDraft(key.id()), page.texts()))
                .orElse(null);
        GuestFields guest = currentUser.isSignedIn() ? null : guestFields.of(fields);
        return renderer.render(
                show(lead, otherUser, fields(fields.get("subject"), fields.get("message"), submission, files, guest)));
    }

    private Response show(String lead, String otherUser, QuestionFields typed) {
        boolean canSend = currentUser.isSignedIn() || visitor.isPossible();
        return page.show(
                Response.Status.FORBIDDEN.getStatusCode(),
                VIEWS.errorLostForm(page.context(), lead, otherUser, canSend, typed));
    }

    private static QuestionFields fields(
            String subject, String message, String submission, FilesField files, GuestFields guest) {
        return new QuestionFields(
                false, InputText.cleanLine(subject), InputText.clean(message), submission, files, guest);
    }
}
