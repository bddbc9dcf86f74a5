package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.conversation.ConversationReader;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.account.telegram.TelegramLinkView;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** The page after a question was sent: what happens next, and how answers can come to Telegram. */
@Controller
@RequestScoped
@SignedIn
@Path("sent/")
@Produces("text/html;charset=UTF-8")
public class QuestionSentController {
    private static final int RECENT = 20;

    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    ConversationReader conversations;

    @Inject
    TelegramLinking linking;

    @Inject
    SupportNotices notices;

    /** Names the message only if it is one of the reader's last. */
    @GET
    public Response sent(@QueryParam("message") String message) {
        long id = signedIn.id();
        return page.show(VIEWS.supportSent(
                page.context(),
                number(id, message).orElse(null),
                message,
                conversations.isOperatorOutOfReach(),
                linking.invite(id).map(TelegramLinkView::of).orElse(null),
                notices.returning(signedIn.user())));
    }

    private Optional<String> number(long userId, String message) {
        return conversations.thread(userId, RECENT, OptionalLong.empty()).messages().stream()
                .filter(known -> known.id().toString().equals(message) && known.number() != null)
                .map(known -> known.number().toString())
                .findFirst();
    }
}
