package org.answerline.account.openid;

/**
 * Who somebody is, as a provider has proved it: issuer and subject together never change and never name anybody else.
 *
 * @param emailVerified whether the provider itself says that the address is this person's
 */
public record VerifiedIdentity(String issuer, String subject, String email, boolean emailVerified, String fullName) {}
