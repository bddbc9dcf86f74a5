package org.answerline.site.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.answerline.platform.text.Texts;
import org.answerline.privacy.PersonalData;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.transfer.Download;

/** All that is kept of the reader, as a file; no page, so that it can be sent while it is being read from the database. */
@RequestScoped
@SignedIn(returnTo = "/account/data/")
@Path("data/export/")
public class ExportResource {
    @Inject
    SignedInUser signedIn;

    @Inject
    PersonalData data;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    /** The download. */
    @GET
    public Response export() throws IOException {
        long id = signedIn.id();
        String note = Texts.in(signedIn.user().language()).get("account.data.export.note");
        String site =
                URI.create(request.getRequestURL().toString()).resolve("/").toString();
        String address = site.substring(0, site.length() - 1);
        // Through a file, so that a slow reader holds neither a thread nor a connection to the database.
        Download.written(out -> data.export(id, address, note, out)).follow(request);
        return Response.ok()
                .type("application/json;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"answerline-" + LocalDate.now(clock) + ".json\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
