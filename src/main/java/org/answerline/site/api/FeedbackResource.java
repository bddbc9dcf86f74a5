package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.conversation.IdempotencyKeyReusedException;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.LinkInvitation;
import org.answerline.linking.TelegramLinking;

/** What the widget needs: ask a question, read one's own conversation. One for all requests, which all come here. */
@ApplicationScoped
@Path("feedback")
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {
    @Inject
    CurrentUser currentUser;

    @Inject
    SupportDesk desk;

    @Inject
    TelegramLinking linking;

    @Inject
    SubmitLimit limit;

    /** Stores a question and queues it for the operator. */
    @POST
    @Transactional
    @Path("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Content-Type") MediaType type,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        // Nobody's account is looked up yet: a body that comes slowly would hold a connection to the database.
        if (!currentUser.isSignedIn()) {
            throw signInFirst();
        }
        var submission = IdempotencyKey.read(key);
        var question =
                QuestionBody.read(JsonBody.read(body, type.getParameters().get("charset")));
        User user = signedIn();
        mayBeStored(user, request);
        var message =
                submission.isPresent() ? askOnce(user, question, submission.get()) : desk.ask(user.id(), question);
        return answer(Response.Status.CREATED, FeedbackJson.submitted(message, bindingUrl(user)));
    }

    /** A page of the caller's conversation, oldest first; the newest page when no cursor is given. */
    @GET
    @Transactional
    @Path("threads")
    public Response threads(
            @QueryParam("limit") String limit,
            @QueryParam("before") String before,
            @QueryParam(SignedOutAnswer.PARAMETER) String signedOut,
            @HeaderParam("Sec-Fetch-Site") String fetchSite) {
        Optional<User> reader = currentUser.user();
        if (reader.isEmpty() && SignedOutAnswer.isEmpty(signedOut)) {
            boolean crossSite = SignedOutAnswer.isOfAnotherSite(fetchSite);
            return answer(Response.Status.OK, FeedbackJson.signedOut(crossSite));
        }
        User user = reader.orElseThrow(FeedbackResource::signInFirst);
        var page = ThreadPage.read(limit, before);
        var thread = desk.thread(user.id(), page.limit(), page.before());
        return answer(Response.Status.OK, FeedbackJson.thread(user.id(), thread, bindingUrl(user)));
    }

    private void mayBeStored(User user, HttpServletRequest request) {
        Duration wait = limit.count(user.id(), request);
        if (!wait.isZero()) {
            throw ProblemException.tooOften(wait);
        }
    }

    private SupportMessage askOnce(User user, NewQuestion question, String submissionKey) {
        try {
            return desk.askOnce(user.id(), question, submissionKey);
        } catch (IdempotencyKeyReusedException reused) {
            throw new ProblemException(422, "This Idempotency-Key was used for another question");
        }
    }

    private User signedIn() {
        return currentUser.user().orElseThrow(FeedbackResource::signInFirst);
    }

    private static ProblemException signInFirst() {
        return new ProblemException(401, "Sign in first");
    }

    private Optional<URI> bindingUrl(User user) {
        return linking.invite(user.id()).flatMap(LinkInvitation::link);
    }

    private static Response answer(Response.Status status, String json) {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .entity(json)
                .build();
    }
}
