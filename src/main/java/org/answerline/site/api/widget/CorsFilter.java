package org.answerline.site.api.widget;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets the pages of the known origins read what the API answers to their readers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">The CORS protocol</a>
 */
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String TEN_MINUTES = "600";
    private static final String PUBLIC = "/api/feedback/widget/";

    @Inject
    transient WidgetOrigins origins;

    /** Names the origin when it is known, and answers a preflight itself; an unknown origin may read the widget's texts only. */
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        boolean known = origins.allow(origin);
        if (known) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Access-Control-Expose-Headers", "Retry-After");
        } else if (request.getRequestURI().endsWith(PUBLIC)) {
            // The same for everybody; with it the widget can say on the page of an unnamed origin what is to be set.
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        if (known && isPreflight(request)) {
            answer(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void answer(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Last-Event-ID");
        response.setHeader("Access-Control-Max-Age", TEN_MINUTES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
