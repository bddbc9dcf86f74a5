package org.answerline.site.form;

import java.util.Map;

/** What the applications that serve pages ask of the server. */
public final class PageApplicationProperties {
    // Without an entity an error goes to the container, and so to our error page.
    public static final Map<String, Object> PROPERTIES = Map.of(
            "jersey.config.server.wadl.disableWadl",
            true,
            "jersey.config.server.response.setStatusOverSendError",
            false,
            SessionCsrfTokenStrategy.PROPERTY,
            new SessionCsrfTokenStrategy());

    private PageApplicationProperties() {}
}
