/** Sends e-mail by SMTP and says whether a failed attempt may be repeated. */
package org.answerline.platform.mail;
