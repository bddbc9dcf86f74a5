/** Which hints were given already, so that nobody reads the same one over and over. */
package org.answerline.conversation.hint;
