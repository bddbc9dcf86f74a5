package org.answerline.account.openid;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.answerline.account.openid.OpenIdException.Reason;
import org.answerline.platform.text.EmailSyntax;
import org.answerline.platform.text.InputText;
import org.jose4j.jwt.JwtClaims;

/**
 * The e-mail address and name of the user: from the ID token, otherwise from the provider's userinfo endpoint.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">Standard claims</a>
 */
record UserClaims(ProviderMetadata provider, String accessToken) {

    VerifiedIdentity identity(String issuer, JwtClaims token) throws OpenIdException {
        Map<String, Object> claims = new HashMap<>(token.getClaimsMap());
        claims.values().removeIf(value -> value == null || value.toString().isBlank());
        if (!isComplete(claims) && provider.userinfoEndpoint().isPresent()) {
            Map<String, Object> userinfo = userinfo(text(claims, "sub"));
            // email_verified refers to the address from the same source only
            (claims.containsKey("email") ? userinfo : claims).remove("email_verified");
            userinfo.forEach(claims::putIfAbsent);
        }
        String email = text(claims, "email");
        String verified = text(claims, "email_verified");
        if (email.isBlank() || verified.equals("false")) {
            throw new OpenIdException(Reason.ADDRESS, "the provider tells no address, or one that is not verified");
        }
        if (!EmailSyntax.isAddress(InputText.cleanLine(email))) {
            throw new OpenIdException(Reason.ADDRESS_FORM, "the provider tells an address that cannot be used here");
        }
        String name = text(claims, "name").isBlank() ? text(claims, "preferred_username") : text(claims, "name");
        return new VerifiedIdentity(issuer, text(claims, "sub"), email, verified.equals("true"), name);
    }

    private static boolean isComplete(Map<String, Object> claims) {
        return claims.containsKey("email") && (claims.containsKey("name") || claims.containsKey("preferred_username"));
    }

    private Map<String, Object> userinfo(String subject) throws OpenIdException {
        JsonObject told = ProviderHttp.ask(
                ProviderHttp.request(provider.userinfoEndpoint().orElseThrow())
                        .header("Authorization", "Bearer " + accessToken));
        if (!told.getString("sub", "").equals(subject)) {
            throw new OpenIdException(Reason.UNPROVED, "the userinfo is about somebody else");
        }
        Map<String, Object> claims = new HashMap<>();
        told.forEach((name, value) ->
                claims.put(name, value instanceof JsonString string ? string.getString() : value.toString()));
        return claims;
    }

    private static String text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name)).map(Object::toString).orElse("");
    }
}
