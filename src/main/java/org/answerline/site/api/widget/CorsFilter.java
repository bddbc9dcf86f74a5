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
 * <p>In web.xml it comes before the filter that receives bodies, whose refusals such a page has to read too.
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
        // Not added: a request is seen again when its body came late, and nothing behind this filter has spoken before.
        response.setHeader("Vary", "Origin");
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

    // A preflight has no body. One that has is left to the filter that receives bodies: a server may keep a thread
    // until it has come.
    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null;
    }

    private static void answer(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Last-Event-ID");
        response.setHeader("Access-Control-Max-Age", TEN_MINUTES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
