/** What users think of their conversations when these have been closed. */
package org.answerline.conversation.rating;
