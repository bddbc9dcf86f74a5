package org.answerline.account.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String NONCE = "the-nonce";
    private static RsaJsonWebKey key;

    @BeforeAll
    static void makeKey() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
    }

    @Test
    void takesWhatTheProviderSignedForUs() throws Exception {
        assertEquals("17", check(signed(claims -> {})).getSubject());
    }

    @Test
    void refusesWhatIsForAnother() throws Exception {
        refused(signed(claims -> claims.setAudience("another")));
        refused(signed(claims -> claims.setIssuer("https://another.example")));
        refused(signed(claims -> claims.setClaim("nonce", "another")));
        refused(signed(claims -> claims.unsetClaim("nonce")));
        refused(signed(claims -> claims.setAudience(List.of("desk", "another"))));
        refused(signed(claims -> claims.setClaim("azp", "another")));
        refused(signed(claims -> claims.unsetClaim("sub")));
    }

    @Test
    void refusesWhatIsOld() throws Exception {
        refused(signed(claims -> claims.setExpirationTime(at(NOW.minusSeconds(61)))));
        refused(signed(claims -> claims.unsetClaim("exp")));
        refused(signed(claims -> claims.setNotBefore(at(NOW.plusSeconds(61)))));
        check(signed(claims -> claims.setExpirationTime(at(NOW.minusSeconds(30)))));
    }

    @Test
    void refusesWhatAnybodyCouldHaveSigned() throws Exception {
        refused(signed(RsaJwkGenerator.generateJwk(2048).getRsaPrivateKey(), "RS256", claims -> {}));
        refused(signed(new HmacKey(key.getRsaPublicKey().getEncoded()), "HS256", claims -> {}));
        refused(signed(null, "none", claims -> {}));
        refused("");
        refused("a.b.c");
    }

    @Test
    void theReasonNeverHoldsTheToken() throws Exception {
        var token = signed(claims -> claims.setAudience("another"));
        var fault = assertThrows(OpenIdException.class, () -> check(token));
        assertFalse(fault.getMessage().contains("ann@"), fault.getMessage());
        assertFalse(fault.getMessage().contains(token), fault.getMessage());
    }

    @Test
    void keysThatCannotBeFetchedAreNoForgery() throws Exception {
        VerificationKeyResolver unreachable = (jws, nesting) -> {
            throw new UnresolvableKeyException("no keys", new ConnectException("refused"));
        };
        var fault = assertThrows(OpenIdException.class, () -> check(signed(claims -> {}), unreachable));
        assertEquals(OpenIdException.Reason.UNAVAILABLE, fault.reason());
        VerificationKeyResolver unknown = (jws, nesting) -> {
            throw new UnresolvableKeyException("no such key");
        };
        fault = assertThrows(OpenIdException.class, () -> check(signed(claims -> {}), unknown));
        assertEquals(OpenIdException.Reason.UNPROVED, fault.reason());
    }

    private static void refused(String token) {
        var fault = assertThrows(OpenIdException.class, () -> check(token));
        assertEquals(OpenIdException.Reason.UNPROVED, fault.reason());
    }

    private static JwtClaims check(String token) throws OpenIdException {
        return check(token, (jws, nesting) -> key.getRsaPublicKey());
    }

    private static JwtClaims check(String token, VerificationKeyResolver keys) throws OpenIdException {
        return new IdToken("https://issuer.example", "desk", keys).claims(token, NONCE, NOW);
    }

    private static String signed(Consumer<JwtClaims> change) throws JoseException {
        return signed(key.getRsaPrivateKey(), "RS256", change);
    }

    private static String signed(Key by, String algorithm, Consumer<JwtClaims> change) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer("https://issuer.example");
        claims.setAudience("desk");
        claims.setSubject("17");
        claims.setIssuedAt(at(NOW.minusSeconds(120)));
        claims.setExpirationTime(at(NOW.plusSeconds(300)));
        claims.setClaim("nonce", NONCE);
        claims.setClaim("email", "ann@example.org");
        change.accept(claims);
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKey(by);
        return jws.getCompactSerialization();
    }

    private static NumericDate at(Instant time) {
        return NumericDate.fromSeconds(time.getEpochSecond());
    }
}
