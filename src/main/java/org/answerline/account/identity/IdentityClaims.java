package org.answerline.account.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a site has signed about its user. All texts are one line each.
 *
 * @param issuer the claim {@code iss}; empty if the token names none
 * @param subject the site's id of the user, at most 255 characters
 * @param email the address of the user, if the site has one
 * @param emailVerified whether the site says that the address is the user's
 * @param fullName the name to show: the claim {@code name}, otherwise the address, otherwise the id
 * @param locale a language tag (BCP 47), if the site has one
 * @param attributes what the site shows to operators, in its order: at most 10
 * @param tokenId the claim {@code jti}, if the token has one
 * @param validUntil the time from which the token is not accepted any more: the claim {@code exp} and the allowed difference of clocks
 */
public record IdentityClaims(
        String issuer,
        String subject,
        Optional<String> email,
        boolean emailVerified,
        String fullName,
        Optional<String> locale,
        Map<String, String> attributes,
        Optional<String> tokenId,
        Instant validUntil) {

    /** Does not contain personal data, because this text may appear in a log. */
    @Override
    public String toString() {
        return "IdentityClaims[…]";
    }
}
