package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.answerline.account.user.User;
import org.answerline.conversation.IdempotencyKeyReusedException;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.mail.SeenAnswers;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.LinkInvitation;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.Texts;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.json.SubmittedJson;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;

/** Takes a question from a client, and what a client has shown of the answers. */
@ApplicationScoped
@Path("feedback")
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {
    // The API speaks to programs, in one language.
    private static final Texts TEXTS = Texts.in("en");

    @Inject
    SignedInUser signedIn;

    @Inject
    SupportDesk desk;

    @Inject
    TelegramLinking linking;

    @Inject
    SubmitLimit limit;

    @Inject
    InputValidator validator;

    @Inject
    SeenAnswers seen;

    /** Stores a question and queues it for the operator. */
    @POST
    @SignedIn
    @Transactional
    @Path("submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Content-Type") MediaType type,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var submission = IdempotencyKey.read(key);
        NewQuestion question = question(JsonBody.read(body, type.getParameters().get("charset"), QuestionBody.class));
        User user = signedIn.user();
        checkLimit(user, request);
        var message =
                submission.isPresent() ? askOnce(user, question, submission.get()) : desk.ask(user.id(), question);
        var link = linking.invite(user.id()).flatMap(LinkInvitation::link);
        return ApiJson.response(Response.Status.CREATED, SubmittedJson.of(message, link));
    }

    /** A client shows the caller's conversation up to a message: no e-mail is sent about the answers up to it. */
    @POST
    @SignedIn
    @Path("seen")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response markSeen(@HeaderParam("Content-Type") MediaType type, InputStream body) throws IOException {
        SeenBody shown = JsonBody.read(body, type.getParameters().get("charset"), SeenBody.class);
        List<FieldProblem> problems = shown.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.unprocessable(problems));
        }
        seen.shownThrough(signedIn.user().id(), shown.id());
        return Response.noContent().build();
    }

    private NewQuestion question(QuestionBody body) {
        List<FieldProblem> problems = body.problems(validator, TEXTS);
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.unprocessable(problems));
        }
        return body.question();
    }

    private void checkLimit(User user, HttpServletRequest request) {
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
}
