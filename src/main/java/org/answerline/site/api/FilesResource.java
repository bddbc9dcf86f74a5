package org.answerline.site.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.answerline.account.CurrentUser;
import org.answerline.account.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.attachment.FileState;

/** Files on their way into a question, and out of the conversation to its owner. */
@RequestScoped
@Path("feedback/files")
public class FilesResource {
    private static final long PATIENCE = 64L << 20;
    private static final String ADDRESS = "/api/feedback/files/";

    @Inject
    CurrentUser currentUser;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    static String address(Attachment file) {
        return ADDRESS + file.id() + "/";
    }

    /** Takes a file; it belongs to a question when its id is sent with one within a day. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response receive(@QueryParam("name") String name, InputStream body) {
        long user = signedIn().id();
        Duration wait = limit.countFile(user);
        if (!wait.isZero()) {
            pass(body);
            throw ProblemException.tooOften(wait);
        }
        try {
            Attachment file = attachments.receive(user, name, body);
            return Response.status(Response.Status.CREATED)
                    .header("Cache-Control", "no-store")
                    .header("Location", address(file))
                    .entity(FileJson.received(file))
                    .build();
        } catch (FileRefusedException refused) {
            pass(body);
            throw refused;
        } catch (IOException brokenOff) {
            throw new ProblemException(400, "The file was not received completely");
        }
    }

    /** A sender hears of a refusal only when it may send to the end. */
    private static void pass(InputStream rest) {
        try {
            byte[] buffer = new byte[1 << 16];
            long passed = 0;
            for (int read = 0; read >= 0 && passed < PATIENCE; read = rest.read(buffer)) {
                passed += read;
            }
        } catch (IOException gone) {
            // nobody is left to hear it
        }
    }

    /** Forgets a file that was not sent yet. */
    @DELETE
    @Path("{id}")
    public Response discard(@PathParam("id") String id) {
        if (!attachments.discard(signedIn().id(), id)) {
            throw nothing();
        }
        return Response.noContent().build();
    }

    /** The content, for the owner of the conversation only. */
    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") String id) {
        Attachment file = ready(id);
        return DownloadHeaders.of(file)
                .entity((StreamingOutput) out -> {
                    try (InputStream content = attachments.open(file)) {
                        content.transferTo(out);
                    }
                })
                .build();
    }

    /** What the content would be sent with. */
    @HEAD
    @Path("{id}")
    public Response head(@PathParam("id") String id) {
        return DownloadHeaders.of(ready(id)).build();
    }

    private Attachment ready(String id) {
        return attachments
                .find(signedIn().id(), id)
                .filter(file -> file.state() == FileState.READY)
                .orElseThrow(FilesResource::nothing);
    }

    private User signedIn() {
        return currentUser.user().orElseThrow(() -> new ProblemException(401, "Sign in first"));
    }

    private static ProblemException nothing() {
        return new ProblemException(404, "You have no such file");
    }
}
