package org.answerline.account.openid;

/**
 * An identity verified by a provider: issuer and subject together never change and never identify another person.
 *
 * @param emailVerified whether the provider says that the address is verified
 */
public record VerifiedIdentity(String issuer, String subject, String email, boolean emailVerified, String fullName) {}
