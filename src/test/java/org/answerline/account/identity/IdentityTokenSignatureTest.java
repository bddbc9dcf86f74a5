package org.answerline.account.identity;

import static org.answerline.account.identity.SignedTokens.NOW;
import static org.answerline.account.identity.SignedTokens.SECRET;
import static org.answerline.account.identity.SignedTokens.byKey;
import static org.answerline.account.identity.SignedTokens.bySecret;
import static org.answerline.account.identity.SignedTokens.claims;
import static org.answerline.account.identity.SignedTokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.AesKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can sign a token, and who cannot whatever the token says of itself. */
class IdentityTokenSignatureTest {
    private static final String SECOND = "the-second-secret-of-at-least-32-bytes";
    private static final String PAYLOAD = claims(unchanged -> {}).toJson();
    private static final IdentityTokenVerifier BY_SECRET =
            new IdentityTokenVerifier(new SharedSecrets(List.of(SECRET, SECOND)));
    private static RsaJsonWebKey rsa;
    private static PublicJsonWebKey ec;
    private static PublicJsonWebKey ed;
    private static RsaJsonWebKey attackers;

    @BeforeAll
    static void makeKeys() throws JoseException {
        rsa = RsaJwkGenerator.generateJwk(2048);
        ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        ed = OkpJwkGenerator.generateJwk("Ed25519");
        attackers = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");
        ec.setKeyId("ec");
        ed.setKeyId("ed");
        attackers.setKeyId("rsa");
    }

    @Test
    void eachOfTheSecretsSigns() throws JoseException {
        assertAccepted(BY_SECRET, bySecret(SECRET, unchanged -> {}));
        assertAccepted(BY_SECRET, bySecret(SECOND, unchanged -> {}));
        assertAccepted(BY_SECRET, signed(hmac(SECRET), "HS256", PAYLOAD, token -> token.setKeyIdHeaderValue("any")));
        assertRefused(BY_SECRET, bySecret("another-secret-of-at-least-32-bytes!", unchanged -> {}));
    }

    @Test
    void eachOfThePublishedKeysSignsWithItsAlgorithm() throws JoseException {
        var keys = published(rsa, ec, ed);
        assertAccepted(keys, byKey(rsa, "RS256"));
        assertAccepted(keys, byKey(ec, "ES256"));
        assertAccepted(keys, byKey(ed, "EdDSA"));
        assertAccepted(keys, signed(ed.getPrivateKey(), "EdDSA", PAYLOAD, withoutKeyId -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void noOtherAlgorithmOfThePublishedKeysIsTaken(String algorithm) throws JoseException {
        assertRefused(published(rsa), byKey(rsa, algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512"})
    void noOtherAlgorithmOfTheSecretIsTaken(String algorithm) throws JoseException {
        var longSecret = SECRET + SECRET;
        var verifier = new IdentityTokenVerifier(new SharedSecrets(List.of(longSecret)));
        assertRefused(verifier, signed(hmac(longSecret), algorithm, PAYLOAD, token -> {}));
    }

    @Test
    void withoutASignatureItIsWorthNothing() throws JoseException {
        for (var verifier : List.of(BY_SECRET, published(rsa))) {
            assertRefused(verifier, signed(null, "none", PAYLOAD, token -> {}));
            for (var algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
                assertRefused(verifier, encoded("{\"alg\":\"" + algorithm + "\"}") + "." + encoded(PAYLOAD) + ".");
            }
            var right = bySecret(SECRET, unchanged -> {});
            assertRefused(verifier, right.substring(0, right.lastIndexOf('.') + 1));
        }
    }

    /** Algorithm confusion: the public key, which everyone can read, is used as if it were a secret. */
    @Test
    void aPublicKeyIsNoSecret() throws JoseException {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(rsa.getPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (var secret : List.of(
                rsa.getPublicKey().getEncoded(),
                pem.getBytes(StandardCharsets.US_ASCII),
                rsa.toJson().getBytes(StandardCharsets.US_ASCII))) {
            var token = signed(new HmacKey(secret), "HS256", PAYLOAD, header -> header.setKeyIdHeaderValue("rsa"));
            assertRefused(published(rsa), token);
        }
    }

    /** A secret that was put into a key set by mistake signs nothing either. */
    @Test
    void aSecretInTheKeySetIsNotUsed() throws JoseException {
        var secret = OctJwkGenerator.generateJwk(256);
        secret.setKeyId("oct");
        var token = signed(secret.getKey(), "HS256", PAYLOAD, header -> header.setKeyIdHeaderValue("oct"));
        assertRefused(published(rsa, secret), token);
    }

    /** Key injection: the token brings the key by which it is to be verified, or says where to fetch or read one. */
    @Test
    void aKeyInTheHeaderIsIgnored() throws JoseException {
        for (var verifier : List.of(published(rsa), BY_SECRET)) {
            assertRefused(
                    verifier,
                    signed(attackers.getPrivateKey(), "RS256", PAYLOAD, token -> token.setJwkHeader(attackers)));
            for (var header : List.of("jku", "x5u")) {
                assertRefused(verifier, signed(attackers.getPrivateKey(), "RS256", PAYLOAD, token -> {
                    token.setHeader(header, "http://127.0.0.1:1/keys.json");
                    token.setKeyIdHeaderValue("rsa");
                }));
            }
            for (var path : List.of("../../../../dev/null", "/dev/null", "file:///dev/null", "' or 1=1 --")) {
                for (var key : List.of(new HmacKey(new byte[32]), new AesKey(new byte[16]))) {
                    assertRefused(verifier, signed(key, "HS256", PAYLOAD, token -> token.setKeyIdHeaderValue(path)));
                }
            }
        }
    }

    @Test
    void anotherKeyUnderTheSameIdIsRefused() throws JoseException {
        assertRefused(published(rsa), byKey(attackers, "RS256"));
        assertRefused(published(ec), byKey(rsa, "RS256"));
    }

    @Test
    void changedByOneCharacterItIsRefused() throws JoseException {
        var parts = byKey(rsa, "RS256").split("\\.");
        var forged = claims(token -> token.setSubject("customer-18")).toJson();
        assertRefused(published(rsa), parts[0] + "." + encoded(forged) + "." + parts[2]);
        assertRefused(published(rsa), parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));
    }

    /** An unknown critical extension has to be understood (RFC 7515, 4.1.11). */
    @Test
    void anUnknownCriticalHeaderIsRefused() throws JoseException {
        assertRefused(BY_SECRET, signed(hmac(SECRET), "HS256", PAYLOAD, token -> {
            token.setCriticalHeaderNames("exp");
            token.setHeader("exp", 1);
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d.e",
                "e30.e30.",
                "e30.e30.e30",
                "null",
                "W10.e30.e30",
                "\u0000"
            })
    void whatIsNoTokenIsRefused(String token) throws JoseException {
        assertRefused(BY_SECRET, token);
        assertRefused(published(rsa), token);
    }

    @Test
    void aTokenHasALimitedLength() throws JoseException {
        var large = bySecret(SECRET, token -> token.setClaim("more", "x".repeat(IdentityTokenVerifier.LONGEST_TOKEN)));
        var refused = assertInstanceOf(TokenCheck.Refused.class, BY_SECRET.check(large, NOW));
        assertEquals("The token is longer than 7000 characters", refused.reason());
    }

    private static IdentityTokenVerifier published(JsonWebKey... keys) {
        var set = new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
        return new IdentityTokenVerifier(new PublishedKeys(() -> set, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static HmacKey hmac(String secret) {
        return new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertAccepted(IdentityTokenVerifier verifier, String token) {
        assertInstanceOf(TokenCheck.Accepted.class, verifier.check(token, NOW));
    }

    /** For the same reason in every case, which tells nothing about keys and algorithms. */
    private static void assertRefused(IdentityTokenVerifier verifier, String token) {
        assertEquals(new TokenCheck.Refused(IdentityTokenVerifier.NOT_SIGNED), verifier.check(token, NOW), token);
    }
}
