/** Edits and withdrawals of messages by their authors. */
package org.answerline.conversation.correction;
