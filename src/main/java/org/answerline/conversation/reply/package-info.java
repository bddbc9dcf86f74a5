/** What operators write in a Reply: whom it is for, and whether it is an answer or a note. */
package org.answerline.conversation.reply;
