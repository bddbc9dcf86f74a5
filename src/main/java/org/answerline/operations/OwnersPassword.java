package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    boolean isSet() {
        return password.isPresent();
    }

    /** Whether this Authorization header carries it; compared in a time that tells nothing. */
    boolean isIn(String header) {
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
