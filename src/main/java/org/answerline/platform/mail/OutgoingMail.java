package org.answerline.platform.mail;

import java.util.Map;

/**
 * A plain-text e-mail.
 *
 * @param to the recipient's address
 * @param text its lines end with a line feed
 * @param headers further headers and their values, in ASCII without line breaks
 */
public record OutgoingMail(String to, String subject, String text, Map<String, String> headers) {}
