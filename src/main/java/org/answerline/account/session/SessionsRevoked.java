package org.answerline.account.session;

/** Everybody who was signed in to this account is not any more, because its password is another one. */
public record SessionsRevoked(long userId) {}
