package org.answerline.site.account.guest;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.answerline.account.CurrentUser;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.user.User;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.site.guard.GuestCookie;
import org.answerline.site.view.PageModel;

/**
 * The page to which the e-mails to guests lead: its button confirms the address, sends what has waited for that, and opens the conversation.
 *
 * <p>The link itself does nothing: mail filters open links, and must not be taken for the reader.
 */
@Controller
@RequestScoped
@Path("guest/{token: [A-Za-z0-9_-]{32}}/")
@Produces("text/html;charset=UTF-8")
public class GuestController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    GuestAccounts guests;

    @Inject
    GuestCookie cookie;

    @Inject
    QuestionDrafts drafts;

    @Inject
    GuestConfirmation confirmation;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** Where the e-mail leads. */
    @GET
    public Response ask(@PathParam("token") String token) {
        return guests.ofLink(token).map(guest -> ask(token, guest)).orElseGet(this::over);
    }

    /** The reader pressed the button; if another question waits by now, it is shown first. */
    @POST
    @CsrfProtected
    public Response open(@PathParam("token") String token, @FormParam("draft") String shown) {
        return confirmation
                .confirm(token, currentUser.id(), shown)
                .map(this::open)
                .orElseGet(() -> ask(token));
    }

    private Response ask(String token, User guest) {
        if (confirmation.isOver(guest)) {
            return over();
        }
        WaitingQuestion question = drafts.kept(guest.id())
                .map(draft -> WaitingQuestion.of(draft, drafts.filesOf(draft)))
                .orElse(null);
        String warning = currentUser
                .user()
                .filter(reader -> reader.id() != guest.id())
                .map(this::warning)
                .orElse(null);
        return page.show(VIEWS.accountGuestOpen(page.context(), token, guest.email(), question, warning));
    }

    private String warning(User reader) {
        return reader.isGuest()
                ? page.text("guest.open.other_guest", reader.email())
                : page.text("guest.open.other", reader.accountName());
    }

    private Response open(GuestConfirmation.Confirmed confirmed) {
        OptionalLong sent = confirmed.message();
        cookie.begin(confirmed.guest(), request, response);
        return page.go(sent.isPresent() ? "/support/sent/?message=" + sent.getAsLong() : "/support/");
    }

    private Response over() {
        return page.show(Response.Status.GONE.getStatusCode(), VIEWS.accountGuestOver(page.context()));
    }
}
