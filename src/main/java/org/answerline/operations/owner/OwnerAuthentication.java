package org.answerline.operations.owner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/**
 * Checks the owner's password, sent by HTTP Basic authentication with any user name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
@ApplicationScoped
public class OwnerAuthentication {

    private static final String BASIC = "Basic ";

    private static final int TOO_MANY_REQUESTS = 429;

    private final Optional<String> password;
    private final RateLimits limits;
    private final CallerAddress caller;

    /** For the CDI proxy. */
    protected OwnerAuthentication() {
        this(Optional.empty(), null, null);
    }

    @Inject
    public OwnerAuthentication(Settings settings, RateLimits limits, CallerAddress caller) {
        this(settings.configured(SiteSettings.OWNER_PASSWORD), limits, caller);
    }

    private OwnerAuthentication(Optional<String> password, RateLimits limits, CallerAddress caller) {
        this.password = password;
        this.limits = limits;
        this.caller = caller;
    }

    /** Whether the request has the right password; otherwise the response has been sent: 401, 429, or 404 if no password is set. */
    public boolean authenticate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (password.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        String header = request.getHeader("Authorization");
        String who = caller.of(request);
        // The right password has to wait as well: otherwise guessing could go on until it succeeds.
        Duration wait = header == null ? Duration.ZERO : limits.wait(RateLimit.OWNER, who);
        if (!wait.isZero()) {
            response.setHeader("Retry-After", Long.toString(RateLimits.retryAfter(wait)));
            response.sendError(TOO_MANY_REQUESTS);
            return false;
        }
        if (!isPasswordIn(header)) {
            refuse(header, who, response);
            return false;
        }
        return true;
    }

    // A browser's first request has no password and does not count as an attempt.
    private void refuse(String header, String who, HttpServletResponse response) throws IOException {
        if (header != null) {
            limits.count(RateLimit.OWNER, who);
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Answerline\", charset=\"UTF-8\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Compares in constant time. */
    private boolean isPasswordIn(String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String given = new String(decoded, StandardCharsets.UTF_8);
            byte[] typed = given.substring(given.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
            return password.map(right -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), typed))
                    .orElse(false);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
