/** What updates of the Bot API mean to the desk. */
package org.answerline.webhook.event;
