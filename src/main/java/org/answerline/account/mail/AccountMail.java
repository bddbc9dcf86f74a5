package org.answerline.account.mail;

import org.answerline.account.user.User;

/**
 * An e-mail that is to be sent now, with a link of its own.
 *
 * @param address where it goes: the account's address, or the one that is about to be or was the account's
 */
record AccountMail(User to, MailPurpose purpose, String address, MailToken token, int attempts) {}
