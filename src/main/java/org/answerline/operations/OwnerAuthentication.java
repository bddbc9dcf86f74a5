package org.answerline.operations;

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
import org.answerline.platform.web.CallerAddress;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What opens the owner's page, sent as HTTP Basic with any name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
@ApplicationScoped
class OwnerAuthentication {

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
    OwnerAuthentication(
            @ConfigProperty(name = "SUPPORT_OWNER_PASSWORD") Optional<String> password,
            RateLimits limits,
            CallerAddress caller) {
        this.password = password.map(String::strip).filter(value -> !value.isEmpty());
        this.limits = limits;
        this.caller = caller;
    }

    /** Whether the request carries it; if not, the answer is 401 or 429 already, or 404 when there is none. */
    boolean opens(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (password.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        String header = request.getHeader("Authorization");
        String who = caller.of(request);
        // Even the right one has to wait then, or the guessing would go on until it is hit.
        Duration wait = header == null ? Duration.ZERO : limits.wait(RateLimit.OWNER, who);
        if (!wait.isZero()) {
            response.setHeader("Retry-After", Long.toString(RateLimits.retryAfter(wait)));
            response.sendError(TOO_MANY_REQUESTS);
            return false;
        }
        if (!isIn(header)) {
            refuse(header, who, response);
            return false;
        }
        return true;
    }

    // A browser asks without a password first, and that is no try.
    private void refuse(String header, String who, HttpServletResponse response) throws IOException {
        if (header != null) {
            limits.count(RateLimit.OWNER, who);
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Answerline\", charset=\"UTF-8\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Whether this Authorization header carries it; compared in constant time. */
    private boolean isIn(String header) {
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
