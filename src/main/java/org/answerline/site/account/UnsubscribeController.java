package org.answerline.site.account;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.conversation.mail.AnswerMailSubscriptions;
import org.answerline.site.view.PageModel;

/**
 * Unsubscribes from e-mails about answers by the link in each of them, without a sign-in.
 *
 * <p>A mail program sends the POST by itself when its user presses its button (RFC 8058), without cookies or a token of ours; the token in
 * the path is the permission. A GET changes nothing, because mail filters open links.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
@Controller
@RequestScoped
@Path("unsubscribe/{token: [A-Za-z0-9_-]{32}}/")
@Produces("text/html;charset=UTF-8")
public class UnsubscribeController {
    @Inject
    PageModel page;

    @Inject
    AnswerMailSubscriptions subscriptions;

    /** Where the link in the text of the e-mail leads: a page with a button. */
    @GET
    public Response ask(@PathParam("token") String token) {
        return subscriptions.isKnown(token) ? page.show(VIEWS.accountUnsubscribe(page.context(), token)) : over();
    }

    /** Unsubscribes; also more than once. */
    @POST
    public Response unsubscribe(@PathParam("token") String token) {
        return subscriptions.unsubscribe(token) ? page.show(VIEWS.accountUnsubscribed(page.context())) : over();
    }

    private Response over() {
        return page.show(Response.Status.GONE.getStatusCode(), VIEWS.accountLinkOver(page.context(), "/account/"));
    }
}
