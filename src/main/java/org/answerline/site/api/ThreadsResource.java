package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.conversation.ConversationReader;
import org.answerline.linking.LinkInvitation;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.json.ThreadJson;
import org.answerline.site.guard.NotSignedInException;

/** Shows the caller's conversation. One for all requests, because most of them come here. */
@ApplicationScoped
@Path("feedback/threads")
@Produces(MediaType.APPLICATION_JSON)
public class ThreadsResource {
    @Inject
    CurrentUser currentUser;

    @Inject
    ConversationReader conversations;

    @Inject
    TelegramLinking linking;

    /** A page of the caller's conversation, oldest first; the newest page when no cursor is given. */
    @GET
    @Transactional
    public Response threads(
            @QueryParam("limit") String limit,
            @QueryParam("before") String before,
            @QueryParam(SignedOutAnswer.PARAMETER) String signedOut,
            @HeaderParam("Sec-Fetch-Site") String fetchSite) {
        Optional<User> reader = currentUser.user();
        if (reader.isEmpty() && SignedOutAnswer.isEmpty(signedOut)) {
            boolean crossSite = SignedOutAnswer.isOfAnotherSite(fetchSite);
            return ApiJson.response(Response.Status.OK, ThreadJson.signedOut(crossSite));
        }
        long userId = reader.orElseThrow(NotSignedInException::new).id();
        var page = ThreadPage.read(limit, before);
        var thread = conversations.thread(userId, page.limit(), page.before());
        var state = page.before().isPresent() ? conversations.state(userId) : conversations.state(userId, thread);
        var link = linking.invite(userId).flatMap(LinkInvitation::link);
        return ApiJson.response(
                Response.Status.OK, ThreadJson.of(userId, thread, state, conversations.rating(userId, state), link));
    }
}
