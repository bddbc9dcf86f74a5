package org.answerline.account.session;

/** All sign-ins of this account have ended, because its password was changed. */
public record SessionsRevoked(long userId) {}
