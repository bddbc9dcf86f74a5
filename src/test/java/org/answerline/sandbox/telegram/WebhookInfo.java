package org.answerline.sandbox.telegram;

import java.time.Instant;

/**
 * What getWebhookInfo tells.
 *
 * @param url empty if no webhook is set
 * @param pending updates not yet delivered
 * @param lastErrorDate null if nothing has failed
 * @param lastErrorMessage empty if nothing has failed
 */
public record WebhookInfo(String url, int pending, Instant lastErrorDate, String lastErrorMessage) {}
