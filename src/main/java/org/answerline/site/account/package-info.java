/** Pages of the account: sign-up, sign-in, password, name, e-mail address, Telegram link, personal data. */
package org.answerline.site.account;
