package org.answerline.account.identity;

import static org.answerline.account.identity.SignedTokens.NOW;
import static org.answerline.account.identity.SignedTokens.SECRET;
import static org.answerline.account.identity.SignedTokens.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenClaimsTest {
    private static final IdentityTokenVerifier VERIFIER = new IdentityTokenVerifier(new SharedSecrets(List.of(SECRET)));

    @Test
    void readsWhatTheSiteSaysAboutItsUser() throws JoseException {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("plan", "gold");
        attributes.put("orders", 12);
        attributes.put("trial", false);
        attributes.put("nothing", null);
        var claims = accepted(token -> {
            token.setIssuer("https://shop.example.org");
            token.setJwtId("one");
            token.setClaim("email", "ann@example.org");
            token.setClaim("email_verified", true);
            token.setClaim("name", "Ann\nExample");
            token.setClaim("locale", "ru-RU");
            token.setClaim("attributes", attributes);
        });
        assertEquals("https://shop.example.org", claims.issuer());
        assertEquals("customer-17", claims.subject());
        assertEquals(Optional.of("ann@example.org"), claims.email());
        assertTrue(claims.emailVerified());
        assertEquals("Ann Example", claims.fullName());
        assertEquals(Optional.of("ru-RU"), claims.locale());
        assertEquals(Optional.of("one"), claims.tokenId());
        assertEquals(NOW.plusSeconds(660), claims.validUntil());
        assertEquals(
                List.of("plan=gold", "orders=12", "trial=false"),
                claims.attributes().entrySet().stream().map(Map.Entry::toString).toList());
    }

    @Test
    void needsNothingButTheIdTheAudienceAndTheTimes() throws JoseException {
        var claims = accepted(token -> {});
        assertEquals("", claims.issuer());
        assertEquals("customer-17", claims.fullName());
        assertEquals(Optional.empty(), claims.email());
        assertFalse(claims.emailVerified());
        assertEquals(Map.of(), claims.attributes());
        assertEquals(
                "ann@example.org",
                accepted(token -> token.setClaim("email", "ann@example.org")).fullName());
    }

    @Test
    void aLongAddressIsCutWhereItStandsForTheName() throws JoseException {
        var email = "ann@" + ("x".repeat(50) + ".").repeat(3) + "org";
        var claims = accepted(token -> token.setClaim("email", email));
        assertEquals(Optional.of(email), claims.email());
        assertEquals(email.substring(0, 150), claims.fullName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "sub", "iat", "exp"})
    void namesTheClaimThatIsMissing(String name) throws JoseException {
        assertTrue(refused(token -> token.unsetClaim(name)).startsWith(name), name);
    }

    @Test
    void isForThisDeskOnly() throws JoseException {
        refused(token -> token.setAudience("another"));
        refused(token -> token.setAudience("Answerline"));
        accepted(token -> token.setAudience("another", "answerline"));
    }

    /** 60 seconds of difference between the clocks are allowed, and one hour of life. */
    @ParameterizedTest
    @CsvSource({
        "-600, -59, true",
        "-600, -60, false",
        "60, 600, true",
        "61, 600, false",
        "0, 3600, true",
        "0, 3601, false",
        "-3601, 0, false",
        "0, 9223370000000000000, false",
        "-9223370000000000000, 600, false",
        "-9223370000000000000, 9223370000000000000, false"
    })
    void livesForAnHourAtMost(long issued, long expires, boolean valid) throws JoseException {
        Consumer<JwtClaims> times = token -> {
            token.setClaim("iat", issued + NOW.getEpochSecond());
            token.setClaim("exp", expires + NOW.getEpochSecond());
        };
        assertEquals(valid, check(times) instanceof TokenCheck.Accepted, () -> check(times)
                .toString());
    }

    @Test
    void isNotValidBeforeItsTime() throws JoseException {
        accepted(token -> token.setNotBefore(at(NOW.plusSeconds(60))));
        refused(token -> token.setNotBefore(at(NOW.plusSeconds(61))));
    }

    @ParameterizedTest
    @CsvSource({
        "sub, 255, true",
        "sub, 256, false",
        "iss, 255, true",
        "iss, 256, false",
        "jti, 255, true",
        "jti, 256, false",
        "name, 150, true",
        "name, 151, false",
        "locale, 35, true",
        "locale, 36, false"
    })
    void limitsTheLengthOfTexts(String name, int length, boolean valid) throws JoseException {
        assertEquals(valid, check(token -> token.setClaim(name, "x".repeat(length))) instanceof TokenCheck.Accepted);
    }

    @Test
    void limitsAttributes() throws JoseException {
        accepted(token -> token.setClaim("attributes", attributes(10, 200)));
        refused(token -> token.setClaim("attributes", attributes(11, 1)));
        refused(token -> token.setClaim("attributes", attributes(1, 201)));
        refused(token -> token.setClaim("attributes", Map.of("x".repeat(201), "y")));
        refused(token -> token.setClaim("attributes", Map.of("x", Map.of("y", "z"))));
        refused(token -> token.setClaim("attributes", Map.of("x", List.of("y"))));
        refused(token -> token.setClaim("attributes", "gold"));
    }

    @Test
    void attributesAreOneLineEach() throws JoseException {
        var claims =
                accepted(token -> token.setClaim("attributes", Map.of("a\nb", "c\r\n\u0000d", "empty", " \u200b")));
        assertEquals(Map.of("a b", "c d"), claims.attributes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iss", "jti"})
    void anIdIsTakenAsItIsOrNotAtAll(String name) throws JoseException {
        for (Object id : List.of("", " ", "a\u0000b", "a\nb", " a", 17, List.of("17"), Map.of())) {
            assertInstanceOf(TokenCheck.Refused.class, check(token -> token.setClaim(name, id)), id.toString());
        }
    }

    @Test
    void anAddressIsAnAddress() throws JoseException {
        for (var email : List.of(
                "ann",
                "ann@",
                "a@b@c",
                "\"a\"@b",
                "ann@x\u202e.org",
                "a@" + "x".repeat(260),
                "\u0130van@example.org",
                "ann@\uFF45xample.org")) {
            refused(token -> token.setClaim("email", email));
        }
        assertEquals(
                Optional.empty(), accepted(token -> token.setClaim("email", "")).email());
        refused(token -> {
            token.setClaim("email", "ann@example.org");
            token.setClaim("email_verified", "yes");
        });
        assertFalse(accepted(token -> {
                    token.setClaim("email", "ann@example.org");
                    token.setClaim("email_verified", "false");
                })
                .emailVerified());
        assertFalse(accepted(token -> token.setClaim("email_verified", true)).emailVerified(), "no address");
    }

    @Test
    void theTimesAreNumbers() throws JoseException {
        refused(token -> token.setClaim("exp", "tomorrow"));
        refused(token -> token.setClaim("iat", Collections.singletonList(1)));
        refused(token -> token.setClaim("nbf", "now"));
    }

    @Test
    void thePayloadIsAnObjectWithoutRepeatedNames() throws JoseException {
        var loneSurrogate =
                SignedTokens.claims(token -> token.setSubject("lone")).toJson().replace("lone", "\\ud800");
        for (var payload : List.of(loneSurrogate, "[]", "\"text\"", "{\"sub\":\"a\",\"sub\":\"b\"}", "not JSON", "")) {
            var token = SignedTokens.signed(new HmacKey(SECRET.getBytes()), "HS256", payload, unchanged -> {});
            assertInstanceOf(TokenCheck.Refused.class, VERIFIER.check(token, NOW), payload);
        }
    }

    @Test
    void noResultShowsPersonalData() throws JoseException {
        Consumer<JwtClaims> ann = token -> token.setClaim("email", "ann@example.org");
        assertFalse(check(ann).toString().contains("ann@"), "accepted");
        assertFalse(
                refused(ann.andThen(token -> token.setAudience("ann@another"))).contains("ann@"));
        assertFalse(
                refused(token -> token.setClaim("email", "ann@@example.org")).contains("ann@"));
    }

    private static Map<String, String> attributes(int count, int length) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            attributes.put("name" + i, "x".repeat(length));
        }
        return attributes;
    }

    private static IdentityClaims accepted(Consumer<JwtClaims> change) throws JoseException {
        return assertInstanceOf(TokenCheck.Accepted.class, check(change)).claims();
    }

    private static String refused(Consumer<JwtClaims> change) throws JoseException {
        return assertInstanceOf(TokenCheck.Refused.class, check(change)).reason();
    }

    private static TokenCheck check(Consumer<JwtClaims> change) {
        try {
            return VERIFIER.check(SignedTokens.bySecret(SECRET, change), NOW);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
