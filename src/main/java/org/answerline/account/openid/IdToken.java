package org.answerline.account.openid;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The validation of an ID token: signature, issuer, audience, time and nonce.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">ID Token Validation</a>
 */
record IdToken(String issuer, String clientId, VerificationKeyResolver keys) {
    private static final int SKEW_SECONDS = 60;
    // Asymmetric algorithms only: with a shared key or none, others than the provider could sign.
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    /** Returns the claims of a valid token. */
    JwtClaims claims(String token, String nonce, Instant now) throws OpenIdException {
        try {
            JwtClaims claims = consumer(now).processToClaims(token);
            if (!nonce.equals(claims.getStringClaimValue("nonce")) || !isForUs(claims)) {
                throw unproved("the ID token is for another sign-in");
            }
            return claims;
        } catch (InvalidJwtException wrong) {
            if (isNetworksFault(wrong)) {
                throw new OpenIdException(
                        OpenIdException.Reason.UNAVAILABLE, new IOException("the provider's keys cannot be fetched"));
            }
            // The exception's message contains the whole token, which is personal data.
            throw unproved("the ID token is not right: "
                    + wrong.getErrorDetails().stream()
                            .map(error -> Integer.toString(error.getErrorCode()))
                            .toList());
        } catch (MalformedClaimException malformed) {
            throw unproved("the ID token has a claim of another type");
        }
    }

    private static boolean isNetworksFault(Throwable wrong) {
        return Stream.iterate(wrong, fault -> fault != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }

    private JwtConsumer consumer(Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(clientId)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    private boolean isForUs(JwtClaims claims) throws MalformedClaimException {
        String party = claims.getStringClaimValue("azp");
        List<String> audience = claims.getAudience();
        return party == null ? audience.size() == 1 : party.equals(clientId);
    }

    private static OpenIdException unproved(String why) {
        return new OpenIdException(OpenIdException.Reason.UNPROVED, why);
    }
}
