/** Canned replies: texts that operators save under a name and send as answers. */
package org.answerline.conversation.canned;
