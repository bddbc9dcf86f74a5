/** Guests: visitors who ask without an account. A key in the browser and links in e-mails open their conversation. */
package org.answerline.account.guest;
