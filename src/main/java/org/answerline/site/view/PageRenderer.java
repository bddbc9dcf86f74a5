package org.answerline.site.view;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Renders a view where no controller was reached, so that Jakarta MVC does not do it. */
@RequestScoped
public class PageRenderer {
    @Inject
    Models models;

    /** The response with the page in place of the name of the view engine. */
    public Response render(Response shown) {
        return Response.fromResponse(shown)
                .entity(models.get(JteViewEngine.VIEW, JteModel.class).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
