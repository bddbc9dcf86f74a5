/** The support message as a row: entity, its states, repository, and what identifies it in Telegram. */
package org.answerline.conversation.message;
