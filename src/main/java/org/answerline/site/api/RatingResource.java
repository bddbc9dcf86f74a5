package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.answerline.conversation.rating.ConversationRatings;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.validation.FieldProblem;

/** Takes a user's rating of a conversation that was closed. */
@ApplicationScoped
@Path("feedback/ratings")
public class RatingResource {
    @Inject
    SignedInUser signedIn;

    @Inject
    ConversationRatings ratings;

    /**
     * The score as a program sends it.
     *
     * @param score a whole number from 1 to 5
     */
    public record ScoreBody(JsonValue score) {}

    /** Stores the score, once for each closing. */
    @POST
    @SignedIn
    @Transactional
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rate(@PathParam("id") String id, @HeaderParam("Content-Type") MediaType type, InputStream body)
            throws IOException {
        int score = score(JsonBody.read(body, type.getParameters().get("charset"), ScoreBody.class));
        long user = signedIn.id();
        long rating = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
        if (!ratings.rate(rating, user, score)) {
            throw ratings.find(rating, user).isPresent()
                    ? new ProblemException(409, "This conversation was rated before")
                    : new ProblemException(404, "Not found");
        }
        return Response.noContent().build();
    }

    private static int score(ScoreBody body) {
        boolean isScore = body.score() instanceof JsonNumber number
                && number.isIntegral()
                && number.toString().matches("[1-5]");
        if (!isScore) {
            throw new ProblemException(ApiProblem.unprocessable(
                    List.of(new FieldProblem("score", "This must be a whole number from 1 to 5"))));
        }
        return Integer.parseInt(body.score().toString());
    }
}
