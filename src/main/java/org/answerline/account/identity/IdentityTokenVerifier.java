package org.answerline.account.identity;

import java.security.Key;
import java.time.Instant;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Checks tokens of a site: the signature first, then the claims.
 *
 * <p>The algorithms are those of the configured keys. Keys in the header of a token ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are
 * ignored, and {@code kid} only chooses among the configured keys.
 */
final class IdentityTokenVerifier {
    /** The longest token, in characters: together with other headers it fits into the 8 KB that servers accept. */
    static final int LONGEST_TOKEN = 7_000;

    /** The one reason before the signature is verified: an attacker learns nothing about keys and algorithms. */
    static final String NOT_SIGNED = "The token is not a JWT that is signed with a key of this desk:"
            + " check the key or secret, the algorithm and the key id";

    private final VerificationKeys keys;

    IdentityTokenVerifier(VerificationKeys keys) {
        this.keys = keys;
    }

    TokenCheck check(String token, Instant now) {
        if (token.length() > LONGEST_TOKEN) {
            return new TokenCheck.Refused("The token is longer than " + LONGEST_TOKEN + " characters");
        }
        try {
            return new TokenCheck.Accepted(new ClaimsReader(signedClaims(token)).read(now));
        } catch (InvalidTokenException invalid) {
            return new TokenCheck.Refused(invalid.getMessage());
        } catch (KeysUnavailableException unavailable) {
            return new TokenCheck.KeysUnavailable();
        }
    }

    private JwtClaims signedClaims(String token) throws InvalidTokenException, KeysUnavailableException {
        try {
            JsonWebSignature signed = new JsonWebSignature();
            signed.setAlgorithmConstraints(keys.algorithms());
            signed.setCompactSerialization(token);
            keys.algorithms().checkConstraint(signed.getAlgorithmHeaderValue());
            for (Key key : keys.candidates(signed)) {
                if (isSignedBy(key, signed)) {
                    return claims(signed);
                }
            }
        } catch (JoseException | RuntimeException malformed) {
            // jose4j reports some malformed tokens by an unchecked exception.
            throw new InvalidTokenException(NOT_SIGNED);
        }
        throw new InvalidTokenException(NOT_SIGNED);
    }

    /** A key of another kind than the algorithm needs has not signed the token. */
    private static boolean isSignedBy(Key key, JsonWebSignature signed) {
        try {
            signed.setKey(key);
            return signed.verifySignature();
        } catch (JoseException unsuitable) {
            return false;
        }
    }

    private static JwtClaims claims(JsonWebSignature signed) throws InvalidTokenException {
        try {
            return JwtClaims.parse(signed.getUnverifiedPayload());
        } catch (InvalidJwtException noObject) {
            throw new InvalidTokenException("The payload is not a JSON object without repeated names");
        }
    }
}
