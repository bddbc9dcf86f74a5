package org.answerline.site.api.file;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileState;
import org.answerline.site.api.json.ApiJson;
import org.answerline.site.api.json.FileJson;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.guard.SubmitLimit;
import org.answerline.site.transfer.Download;
import org.answerline.site.transfer.StoredBody;

/** Files on their way into a question, and out of the conversation to its owner. */
@RequestScoped
@SignedIn
@Path("feedback/files")
public class FilesResource {
    /** What stands where bytes were that are no text. */
    private static final char REPLACED = 0xFFFD;

    @Inject
    SignedInUser signedIn;

    @Inject
    Attachments attachments;

    @Inject
    SubmitLimit limit;

    /** Takes a file; it belongs to a question when its id is sent with one within a day. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response receive(@QueryParam("name") String name, @Context HttpServletRequest request, InputStream body) {
        long user = signedIn.id();
        if (name != null && name.indexOf(REPLACED) >= 0) {
            throw new ProblemException(400, "The name is not UTF-8");
        }
        Duration wait = limit.countFile(user);
        if (!wait.isZero()) {
            throw ProblemException.tooOften(wait);
        }
        if (attachments.areTaken() && StoredBody.isCut(request)) {
            throw new ProblemException(413, "The file is too large");
        }
        try {
            Attachment file = attachments.receive(user, name, body);
            return Response.status(Response.Status.CREATED)
                    .header("Cache-Control", "no-store")
                    .header("Location", FileJson.address(file))
                    .entity(ApiJson.write(FileJson.received(file)))
                    .build();
        } catch (IOException brokenOff) {
            throw new ProblemException(400, "The file was not received completely");
        }
    }

    /** Forgets a file that was not sent yet. */
    @DELETE
    @Path("{id}")
    public Response discard(@PathParam("id") String id) {
        if (!attachments.discard(signedIn.id(), id)) {
            throw nothing();
        }
        return Response.noContent().build();
    }

    /** The content or a range of it, for the owner of the conversation only. */
    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("id") String id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String condition,
            @Context Request conditions,
            @Context HttpServletRequest request) {
        Attachment file = ready(id);
        EntityTag tag = DownloadHeaders.tag(file);
        ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        boolean isSame = condition == null || condition.strip().equals("\"" + tag.getValue() + "\"");
        Optional<ByteRange> wanted = isSame ? ByteRange.read(range, file.size()) : Optional.empty();
        if (wanted.isEmpty()) {
            follow(file, 0, file.size(), request);
            return DownloadHeaders.of(file).build();
        }
        return part(file, wanted.get(), request);
    }

    private Response part(Attachment file, ByteRange range, HttpServletRequest request) {
        if (!range.isSatisfiable()) {
            return Response.fromResponse(new ApiProblem(416, "The file has no such range").answer())
                    .header("Content-Range", range.contentRange())
                    .build();
        }
        follow(file, range.from(), range.to(), request);
        return DownloadHeaders.of(file)
                .status(Response.Status.PARTIAL_CONTENT)
                .header("Content-Range", range.contentRange())
                .build();
    }

    private void follow(Attachment file, long from, long to, HttpServletRequest request) {
        new Download((start, most) -> attachments.read(file, start, most), from, to).follow(request);
    }

    /** What the content would be sent with. */
    @HEAD
    @Path("{id}")
    public Response head(@PathParam("id") String id) {
        Attachment file = ready(id);
        return DownloadHeaders.of(file).header("Content-Length", file.size()).build();
    }

    private Attachment ready(String id) {
        return attachments
                .find(signedIn.id(), id)
                .filter(file -> file.state() == FileState.READY)
                .orElseThrow(FilesResource::nothing);
    }

    private static ProblemException nothing() {
        return new ProblemException(404, "You have no such file");
    }
}
