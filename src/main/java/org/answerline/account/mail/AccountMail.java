package org.answerline.account.mail;

import org.answerline.account.user.User;

/**
 * An e-mail that is to be sent now, with its own link.
 *
 * @param address the recipient: the account's address, its future address or its former one
 */
record AccountMail(User to, MailPurpose purpose, String address, MailToken token, int attempts) {}
