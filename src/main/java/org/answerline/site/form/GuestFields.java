package org.answerline.site.form;

/**
 * The fields of the form with which somebody asks as a guest.
 *
 * @param challenge for the proof of work
 * @param mailPossible whether e-mails can be sent to the guest
 */
public record GuestFields(String fullName, String email, String challenge, boolean mailPossible) {}
