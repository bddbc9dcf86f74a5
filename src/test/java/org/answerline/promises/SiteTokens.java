package org.answerline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** The tokens by which a site vouches for its users, as the site's server makes them. */
final class SiteTokens {
    /** The one that the site uses; the desk knows a former one as well. */
    static final String SECRET = "the-secret-of-the-shop-0123456789abcdef";

    static final String FORMER_SECRET = "the-former-secret-of-the-shop-0123456789";

    /** The value of SUPPORT_IDENTITY_SECRET. */
    static final String SECRETS = SECRET + "," + FORMER_SECRET;

    private static final PublicJsonWebKey KEY = key();
    private static final Path KEY_SET = keySet();

    private SiteTokens() {}

    /** The value of SUPPORT_IDENTITY_JWKS: a file with {@link #KEY}. */
    static String keySetFile() {
        return KEY_SET.toString();
    }

    /** For a user of the site with this id, valid for ten minutes. */
    static String of(String subject) {
        return of(subject, claims -> {});
    }

    static String of(String subject, Consumer<JwtClaims> change) {
        return signed(SECRET, subject, change);
    }

    static String signed(String secret, String subject, Consumer<JwtClaims> change) {
        var token = new JsonWebSignature();
        token.setKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
        token.setAlgorithmHeaderValue("HS256");
        return written(token, subject, change);
    }

    /** Signed with the private key of the site. */
    static String byKey(String subject) {
        var token = new JsonWebSignature();
        token.setKey(KEY.getPrivateKey());
        token.setKeyIdHeaderValue(KEY.getKeyId());
        token.setAlgorithmHeaderValue("ES256");
        return written(token, subject, claims -> {});
    }

    /** Not signed at all. */
    static String unsigned(String subject) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue("none");
        return written(token, subject, claims -> {});
    }

    static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }

    private static String written(JsonWebSignature token, String subject, Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setAudience("answerline");
        claims.setIssuedAt(in(0));
        claims.setExpirationTime(in(600));
        claims.setJwtId(UUID.randomUUID().toString());
        change.accept(claims);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey key() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("shop-1");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path keySet() {
        try {
            var file = Files.createTempFile("shop-keys", ".json");
            return Files.writeString(file, new JsonWebKeySet(KEY).toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
