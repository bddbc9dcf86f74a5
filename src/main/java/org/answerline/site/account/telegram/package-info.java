/** The pages that link and unlink Telegram, and how pages show a link. */
package org.answerline.site.account.telegram;
