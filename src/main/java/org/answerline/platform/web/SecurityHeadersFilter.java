package org.answerline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** Sets the security headers of every answer: the browser loads nothing but this site and caches no personal page. */
public class SecurityHeadersFilter implements Filter {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors ");
    private static final String A_YEAR_OF_HTTPS = "max-age=31536000";
    private static final String TEN_MINUTES = "public, max-age=600";
    private static final String WIDGET = "/widget/";

    @Inject
    private CallerAddress caller;

    @Inject
    AssetVersions assets;

    @Inject
    private Settings settings;

    private String policy;

    @Override
    public void init(FilterConfig filter) {
        policy = POLICY + ancestors(settings.get(SiteSettings.FRAME_ANCESTORS));
    }

    /** Sets the headers before anything is written, so that error pages carry them too. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletResponse) response;
        http.setHeader("Content-Security-Policy", policy);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        http.setHeader("Cache-Control", caching((HttpServletRequest) request));
        if (isUnder(WIDGET, (HttpServletRequest) request)) {
            // The script is made for the pages of others, even those that shut out what does not say so.
            http.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        boolean https = caller.isHttps((HttpServletRequest) request);
        if (https) {
            HostCookie.overHttps(request);
            http.setHeader("Strict-Transport-Security", A_YEAR_OF_HTTPS);
        }
        var lax = new SameSiteCookies(http, https);
        chain.doFilter(https ? new HttpsRequest((HttpServletRequest) request) : request, lax);
        lax.finish();
    }

    /** The setting as the header writes it: none and self are words of the language, with quotes. */
    static String ancestors(String setting) {
        return setting.replaceAll("\\s*,\\s*", " ").replaceAll("\\b(none|self)(?=\\s|$)", "'$1'");
    }

    // Everything but the static files is personal, so no cache may keep it.
    String caching(HttpServletRequest request) {
        if (isUnder("/assets/", request)) {
            return cachingOfAsset(request, request.getParameter(AssetVersions.PARAMETER));
        }
        return isUnder(WIDGET, request) ? TEN_MINUTES : "no-store";
    }

    private String cachingOfAsset(HttpServletRequest request, String fingerprint) {
        if (fingerprint == null) {
            return TEN_MINUTES;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return assets.isCurrent(path, fingerprint) ? AssetVersions.YEAR : "no-store";
    }

    private static boolean isUnder(String folder, HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().startsWith(request.getContextPath() + folder);
    }
}
