/** E-mails about answers that their user has seen neither in Telegram nor on the site. */
package org.answerline.conversation.mail;
