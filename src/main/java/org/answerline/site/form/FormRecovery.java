package org.answerline.site.form;

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
    HttpServletRequest request;

    /** For a controller. */
    public Response show(String subject, String message) {
        return page.with("canType", visitor.isPossible())
                .with("subject", InputText.cleanLine(subject))
                .with("message", InputText.clean(message))
                .show(Response.Status.FORBIDDEN.getStatusCode(), "error/lost-form.html");
    }

    /** For a request that reaches no controller, so that Krazo does not render the view. */
    Response render(Map<String, String> fields) {
        return accountForm(fields).orElseGet(() -> supportForm(fields));
    }

    /** For a form that was opened by another user than the one who is signed in now. */
    Response renderOthers(Map<String, String> fields) {
        page.with("now", currentUser.user().map(User::fullName).orElse(null));
        return supportForm(fields);
    }

    /** For a form that could not be stored because the database is unavailable; empty if it is not one of ours. */
    Optional<Response> renderUnstored(Map<String, String> fields) {
        page.with("away", true);
        return accountForm(fields)
                .or(() -> fields.containsKey("message") ? Optional.of(supportForm(fields)) : Optional.empty())
                .map(answer -> Response.fromResponse(answer)
                        .status(Response.Status.SERVICE_UNAVAILABLE)
                        .build());
    }

    private Optional<Response> accountForm(Map<String, String> fields) {
        Optional<AccountForm> form =
                fields.isEmpty() ? Optional.empty() : AccountForm.sentTo(request.getRequestURI(), fields);
        return form.map(known -> renderer.render(page.with("form", known)
                .with("next", fields.containsKey("next") ? ReturnPath.own(fields.get("next")) : null)
                .show(Response.Status.FORBIDDEN.getStatusCode(), "error/account-form.html")));
    }

    private Response supportForm(Map<String, String> fields) {
        // The same form is the same question, however often it is sent.
        page.with(
                "submission",
                fields.getOrDefault("submission", UUID.randomUUID().toString()));
        Optional<DraftKey> draft = !currentUser.isSignedIn() ? visitor.begun(request) : Optional.empty();
        draft.ifPresent(
                key -> page.with("files", FilesField.of(attachments, attachments.ofDraft(key.id()), page.texts())));
        return renderer.render(show(fields.get("subject"), fields.get("message")));
    }
}
