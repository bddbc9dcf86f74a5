/** Hashes passwords (PBKDF2), a bounded number at the same time. */
package org.answerline.account.password;
