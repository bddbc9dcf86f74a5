/** When the team answers, and what a user reads while it does not. */
package org.answerline.conversation.hours;
