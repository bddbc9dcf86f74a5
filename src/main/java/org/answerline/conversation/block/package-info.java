/** Users from whom support accepts no messages: who is blocked, for how long, and what becomes of what they write. */
package org.answerline.conversation.block;
