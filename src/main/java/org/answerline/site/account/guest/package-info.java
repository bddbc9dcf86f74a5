/** The pages of guests: the one to which e-mails lead, and the one that takes a conversation along into an account. */
package org.answerline.site.account.guest;
