package org.answerline.site.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Renders a view where no controller was reached, so that Jakarta MVC does not do it. */
@RequestScoped
public class PageRenderer {
    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    ThymeleafViewEngine views;

    /** The response with the page in place of the name of its view. */
    public Response render(Response shown) {
        String html = views.render((String) shown.getEntity(), mvc.getLocale(), models.asMap());
        return Response.fromResponse(shown)
                .entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
