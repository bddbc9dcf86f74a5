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
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.platform.text.Texts;
import org.answerline.privacy.PersonalData;
import org.answerline.site.transfer.Download;
import org.answerline.site.view.PageModel;

/** All that is kept of the reader, as a file; no page, so that it can be sent while it is being read from the database. */
@RequestScoped
@Path("data/export/")
public class ExportResource {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    PersonalData data;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    /** The download. */
    @GET
    public Response export() throws IOException {
        Optional<User> user = currentUser.user();
        return user.isEmpty() ? page.go("/account/sign-in/?next=/account/data/") : file(user.get());
    }

    // Through a file, so that a slow reader holds neither a thread nor a connection to the database.
    private Response file(User user) throws IOException {
        long id = user.id();
        String note = Texts.in(user.language()).get("account.data.export.note");
        String site =
                URI.create(request.getRequestURL().toString()).resolve("/").toString();
        String address = site.substring(0, site.length() - 1);
        Download.written(out -> data.export(id, address, note, out)).follow(request);
        return Response.ok()
                .type("application/json;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"answerline-" + LocalDate.now(clock) + ".json\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
