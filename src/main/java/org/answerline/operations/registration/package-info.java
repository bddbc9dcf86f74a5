/** Registers the webhook with Telegram (setWebhook, getWebhookInfo). */
package org.answerline.operations.registration;
