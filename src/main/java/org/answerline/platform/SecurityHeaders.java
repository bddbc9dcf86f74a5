package org.answerline.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser, on every answer, to trust nothing but this site and to keep personal pages to itself. */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders implements Filter {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    private static final String YEAR = "public, max-age=31536000, immutable";
    private static final String TEN_MINUTES = "public, max-age=600";
    private static final String WIDGET = "/widget/";

    /** Sets the headers before anything is written, so that error pages carry them too. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletResponse) response;
        http.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        http.setHeader("Cache-Control", caching((HttpServletRequest) request));
        if (isUnder(WIDGET, (HttpServletRequest) request)) {
            // The script is made for the pages of others, even those that shut out what does not say so.
            http.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        var lax = new LaxCookies(http);
        chain.doFilter(request, lax);
        lax.finish();
    }

    // Everything but the static files is somebody's own, so no cache may keep it.
    private static String caching(HttpServletRequest request) {
        if (isUnder("/assets/", request)) {
            return request.getParameter("v") == null ? TEN_MINUTES : YEAR;
        }
        return isUnder(WIDGET, request) ? TEN_MINUTES : "no-store";
    }

    private static boolean isUnder(String folder, HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().startsWith(request.getContextPath() + folder);
    }
}
