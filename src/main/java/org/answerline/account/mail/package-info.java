/** The account's e-mails (confirm, reset, change) with their one-time tokens, stored before they are sent. */
package org.answerline.account.mail;
