package org.answerline.linking;

/** The account that a chat was linked to until now. */
public record UnlinkedAccount(String name, String email) {}
