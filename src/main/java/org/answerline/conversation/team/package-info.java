/** The operators' side of a conversation, which the user does not see: notes, who has it, and whether it is open, waiting or closed. */
package org.answerline.conversation.team;
