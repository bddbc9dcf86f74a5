package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What opens the owner's page, sent as HTTP Basic with any name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
@ApplicationScoped
class OwnersPassword {

    private static final String BASIC = "Basic ";

    private final Optional<String> password;

    /** For the CDI proxy. */
    protected OwnersPassword() {
        this(Optional.empty());
    }

    @Inject
    OwnersPassword(@ConfigProperty(name = "SUPPORT_OWNER_PASSWORD") Optional<String> password) {
        this.password = password;
    }

    /** Whether the request carries it; if not, the answer is 401 already, or 404 when there is none. */
    boolean opens(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (password.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (!isIn(request.getHeader("Authorization"))) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Answerline\", charset=\"UTF-8\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        return true;
    }

    /** Whether this Authorization header carries it; compared in a time that tells nothing. */
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
