/** Reminds operators of users who wait for an answer, and sends the owner an e-mail about the longest waits. */
package org.answerline.conversation.reminder;
