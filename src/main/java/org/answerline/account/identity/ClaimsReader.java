package org.answerline.account.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.platform.text.EmailSyntax;
import org.answerline.platform.text.InputText;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Reads and checks the claims of a token whose signature is verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1">Registered claims</a>
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">Standard claims</a>
 */
record ClaimsReader(JwtClaims claims) {
    static final String AUDIENCE = "answerline";
    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_LIFE_SECONDS = 3_600;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_LOCALE = 35;
    private static final int MOST_ATTRIBUTES = 10;
    private static final int LONGEST_ATTRIBUTE = 200;

    IdentityClaims read(Instant now) throws InvalidTokenException {
        checkAudience();
        Instant validUntil = validUntil(now.getEpochSecond());
        String subject = id("sub").orElseThrow(() -> new InvalidTokenException("sub is missing"));
        Optional<String> email = email();
        String name = cut(line("name", LONGEST_NAME).or(() -> email).orElse(subject));
        return new IdentityClaims(
                id("iss").orElse(""),
                subject,
                email,
                email.isPresent() && isEmailVerified(),
                name,
                line("locale", LONGEST_LOCALE),
                attributes(),
                id("jti"),
                validUntil);
    }

    private void checkAudience() throws InvalidTokenException {
        Object audience = claims.getClaimValue("aud");
        boolean isOurs = audience instanceof List<?> several ? several.contains(AUDIENCE) : AUDIENCE.equals(audience);
        if (!isOurs) {
            throw new InvalidTokenException("aud must be " + AUDIENCE);
        }
    }

    // Differences are not computed: a time may be any number of 64 bits.
    private Instant validUntil(long now) throws InvalidTokenException {
        long issued = time("iat").orElseThrow(() -> new InvalidTokenException("iat is missing"));
        long expires = time("exp").orElseThrow(() -> new InvalidTokenException("exp is missing"));
        if (expires <= now - SKEW_SECONDS) {
            throw new InvalidTokenException("The token has expired");
        }
        if (issued > now + SKEW_SECONDS || time("nbf").orElse(now) > now + SKEW_SECONDS) {
            throw new InvalidTokenException("The token is not valid yet: compare the clocks of the servers");
        }
        if (issued < expires - LONGEST_LIFE_SECONDS) {
            throw new InvalidTokenException("exp must be at most one hour after iat");
        }
        return Instant.ofEpochSecond(expires).plusSeconds(SKEW_SECONDS);
    }

    private Optional<Long> time(String name) throws InvalidTokenException {
        Object value = claims.getClaimValue(name);
        if (value != null && !(value instanceof Number)) {
            throw new InvalidTokenException(name + " must be a number of seconds since 1970");
        }
        return Optional.ofNullable((Number) value).map(Number::longValue);
    }

    /** An id is compared, so it is taken as it is or not at all. */
    private Optional<String> id(String name) throws InvalidTokenException {
        Optional<String> id = text(name);
        if (id.isPresent()) {
            check(name, id.get(), LONGEST_ID);
            if (InputText.isBlank(id.get()) || !InputText.cleanLine(id.get()).equals(id.get())) {
                throw new InvalidTokenException(name + " must be visible text on one line");
            }
        }
        return id;
    }

    private Optional<String> email() throws InvalidTokenException {
        Optional<String> email = line("email", EmailSyntax.MAX);
        if (email.isPresent() && !EmailSyntax.isAddress(email.get())) {
            throw new InvalidTokenException("email must be an e-mail address, with ASCII characters only before the @");
        }
        return email;
    }

    // Some providers write it as text.
    private boolean isEmailVerified() throws InvalidTokenException {
        Object verified = claims.getClaimValue("email_verified");
        if (verified == null || verified instanceof Boolean || "true".equals(verified) || "false".equals(verified)) {
            return String.valueOf(verified).equals("true");
        }
        throw new InvalidTokenException("email_verified must be true or false");
    }

    private Map<String, String> attributes() throws InvalidTokenException {
        Object value = claims.getClaimValue("attributes");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> object)) {
            throw new InvalidTokenException("attributes must be an object");
        }
        if (object.size() > MOST_ATTRIBUTES) {
            throw new InvalidTokenException("attributes may have at most " + MOST_ATTRIBUTES + " members");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            addAttribute(member.getKey().toString(), member.getValue(), attributes);
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static void addAttribute(String name, Object value, Map<String, String> attributes)
            throws InvalidTokenException {
        if (value instanceof Map || value instanceof List) {
            throw new InvalidTokenException("The values of attributes must be texts, numbers, true or false");
        }
        String text = value == null ? "" : value.toString();
        check("Each name and value of attributes", name, LONGEST_ATTRIBUTE);
        check("Each name and value of attributes", text, LONGEST_ATTRIBUTE);
        String shown = InputText.cleanLine(text);
        if (!InputText.isBlank(name) && !InputText.isBlank(shown)) {
            attributes.put(InputText.cleanLine(name), shown);
        }
    }

    private Optional<String> line(String name, int longest) throws InvalidTokenException {
        Optional<String> text = text(name);
        if (text.isPresent()) {
            check(name, text.get(), longest);
        }
        return text.map(InputText::cleanLine).filter(line -> !InputText.isBlank(line));
    }

    private Optional<String> text(String name) throws InvalidTokenException {
        try {
            return Optional.ofNullable(claims.getStringClaimValue(name));
        } catch (MalformedClaimException otherType) {
            throw new InvalidTokenException(name + " must be text");
        }
    }

    private static void check(String name, String text, int longest) throws InvalidTokenException {
        if (InputText.length(text) > longest) {
            throw new InvalidTokenException(name + " may have at most " + longest + " characters");
        }
    }

    private static String cut(String name) {
        int most = Math.min(LONGEST_NAME, InputText.length(name));
        return name.substring(0, name.offsetByCodePoints(0, most));
    }
}
