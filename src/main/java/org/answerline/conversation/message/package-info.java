/** The support message: entity, states, repository, and its references in Telegram. */
package org.answerline.conversation.message;
