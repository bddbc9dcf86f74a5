package org.answerline.account;

/** A letter that is to be sent now, with a link of its own. */
record Letter(User to, Purpose purpose, LinkToken token, int attempts) {}
