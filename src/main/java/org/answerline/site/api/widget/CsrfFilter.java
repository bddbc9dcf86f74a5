package org.answerline.site.api.widget;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;
import org.answerline.account.identity.RequestToken;
import org.answerline.site.api.problem.ProblemException;

/** Refuses what a page of an unknown site makes a browser send, on top of the JSON type that a form cannot send. */
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class CsrfFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    WidgetOrigins origins;

    @Inject
    HttpServletRequest http;

    /** A page cannot forge Sec-Fetch-Site; a browser too old to send it sends Origin; other clients send no cookies by accident. */
    @Override
    public void filter(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString("Host");
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        // A browser never adds a token by itself, so a request with one is not forged.
        boolean hasToken = RequestToken.claims(http).isPresent();
        if (!hasToken && !isOurs(site, origin, host) && !origins.allow(origin)) {
            throw new ProblemException(403, "The request comes from another site");
        }
        // JAX-RS takes a body without a type for any type, and a page of another site can send one.
        // For a file it need not know: what a file is decides its content.
        if (request.getMediaType() == null && !request.getUriInfo().getPath().contains("feedback/files")) {
            throw new NotSupportedException();
        }
    }

    /** Whether a request was made by a page of this site, or by no page. */
    public static boolean isOurs(HttpServletRequest request) {
        return isOurs(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
    }

    static boolean isOurs(String site, String origin, String host) {
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
