package org.answerline.site.form;

import jakarta.mvc.security.Csrf;
import java.util.Map;

/** What the applications that serve pages ask of the server. */
public final class PageApplicationProperties {
    // Without an entity an error goes to the container, and so to our error page.
    public static final Map<String, Object> PROPERTIES = Map.of(
            "jersey.config.server.wadl.disableWadl",
            true,
            "jersey.config.server.response.setStatusOverSendError",
            false,
            // Jakarta MVC 3 checks every POST unless told otherwise; two of ours come from elsewhere and prove
            // themselves by a token.
            Csrf.CSRF_PROTECTION,
            Csrf.CsrfOptions.EXPLICIT,
            SessionCsrfTokenStrategy.PROPERTY,
            new SessionCsrfTokenStrategy());

    private PageApplicationProperties() {}
}
