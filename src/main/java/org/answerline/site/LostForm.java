package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.answerline.platform.TypedText;

/** The page that gives back what was typed into a form that could not be taken. */
@RequestScoped
class LostForm {
    @Inject
    Page page;

    Response show(Map<String, String> fields) {
        page.with("subject", TypedText.cleanLine(fields.get("subject")))
                .with("message", TypedText.clean(fields.get("message")));
        Response shown = page.show(Response.Status.FORBIDDEN.getStatusCode(), "error/lost-form.html");
        return Response.fromResponse(shown)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
