/** What leaves for the other side of a conversation: the texts of Telegram messages, their files, and changes of what was sent. */
package org.answerline.conversation.outgoing;
