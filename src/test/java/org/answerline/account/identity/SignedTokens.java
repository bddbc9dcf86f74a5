package org.answerline.account.identity;

import java.security.Key;
import java.time.Instant;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens as a site signs them, and as an attacker would. */
final class SignedTokens {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private SignedTokens() {}

    static String bySecret(String secret, Consumer<JwtClaims> change) throws JoseException {
        return signed(new HmacKey(secret.getBytes()), "HS256", claims(change).toJson(), token -> {});
    }

    static String byKey(PublicJsonWebKey key, String algorithm) throws JoseException {
        return signed(
                key.getPrivateKey(),
                algorithm,
                claims(unchanged -> {}).toJson(),
                token -> token.setKeyIdHeaderValue(key.getKeyId()));
    }

    static String signed(Key key, String algorithm, String payload, Consumer<JsonWebSignature> change)
            throws JoseException {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setDoKeyValidation(false);
        token.setPayload(payload);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        change.accept(token);
        return token.getCompactSerialization();
    }

    static JwtClaims claims(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setSubject("customer-17");
        claims.setAudience("answerline");
        claims.setIssuedAt(at(NOW));
        claims.setExpirationTime(at(NOW.plusSeconds(600)));
        change.accept(claims);
        return claims;
    }

    static NumericDate at(Instant time) {
        return NumericDate.fromSeconds(time.getEpochSecond());
    }
}
