package org.answerline.account.identity;

/** The result of checking a token. */
public sealed interface TokenCheck {

    /** The site has signed these claims, and they are valid now. */
    record Accepted(IdentityClaims claims) implements TokenCheck {}

    /**
     * The token is not accepted.
     *
     * @param reason for the developer of the site, in English; before the signature is verified it is the same for every fault
     */
    record Refused(String reason) implements TokenCheck {}

    /** The keys of the site cannot be fetched at the moment, so nothing is known about the token. */
    record KeysUnavailable() implements TokenCheck {}
}
