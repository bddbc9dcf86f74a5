/** What the topics of the operators' forum show of their users' conversations. */
package org.answerline.conversation.topic;
