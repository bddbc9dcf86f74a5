package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDraft;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;

/**
 * Where signing in leads after Send was pressed before it: sends the question that this browser has kept.
 *
 * <p>A GET may do that because only the browser in which Send was pressed has the key, and however often it comes the question is sent once.
 */
@Controller
@RequestScoped
@Path("send/")
@Produces("text/html;charset=UTF-8")
public class SendController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    VisitorDraft visitor;

    @Inject
    QuestionDrafts drafts;

    @Inject
    SubmitLimit limit;

    @Inject
    SentQuestion shown;

    @Inject
    InputValidator validator;

    @Context
    HttpServletRequest request;

    /** Sends the draft; anything that keeps it from being sent leaves it in the form. */
    @GET
    public Response send(@QueryParam("draft") String id) {
        Optional<User> user = currentUser.user();
        Optional<DraftKey> key = visitor.key(request).filter(known -> known.id().equals(id));
        if (user.isEmpty() || key.isEmpty()) {
            return page.go(ReturnPath.HOME);
        }
        return sent(key.get(), user.get())
                .map(message -> shown.show(user.get().id(), message))
                .orElseGet(() -> page.go(ReturnPath.HOME));
    }

    private Optional<Long> sent(DraftKey key, User user) {
        Optional<QuestionDraft> draft = drafts.find(key).filter(found -> found.isFor(user.id()));
        boolean isOpen =
                draft.filter(found -> found.isWaiting() && canBeSent(found)).isPresent();
        if (draft.isEmpty()
                || draft.get().isWaiting()
                        && (!isOpen || !limit.count(user.id(), request).isZero())) {
            return Optional.empty();
        }
        page.rememberLanguage(user);
        try {
            OptionalLong message = drafts.send(key, user.id());
            return message.isPresent() ? Optional.of(message.getAsLong()) : Optional.empty();
        } catch (FileRefusedException | UserBlockedException refused) {
            return Optional.empty();
        }
    }

    private boolean canBeSent(QuestionDraft draft) {
        return validator.isValid(NewQuestion.typed(draft.subject(), draft.message()));
    }
}
