package org.answerline.account.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.answerline.account.openid.OpenIdException.Reason;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserClaimsTest {

    @Test
    void namesTheUser() throws OpenIdException {
        assertEquals(
                new VerifiedIdentity("issuer", "17", "ann@example.org", false, "Ann"), identity("ann@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130van@example.org", "ann@\uFF45xample.org", "ann"})
    void anAddressThatCannotBeUsedIdentifiesNobody(String email) {
        assertEquals(
                Reason.ADDRESS_FORM,
                assertThrows(OpenIdException.class, () -> identity(email)).reason());
    }

    private static VerifiedIdentity identity(String email) throws OpenIdException {
        var claims = new JwtClaims();
        claims.setSubject("17");
        claims.setStringClaim("email", email);
        claims.setStringClaim("name", "Ann");
        return new UserClaims(null, "token").identity("issuer", claims);
    }
}
