package org.answerline.site.account;

import org.answerline.account.user.User;
import org.answerline.linking.LinkedTelegram;
import org.answerline.linking.TelegramLinking;

/**
 * A Telegram as a page names it.
 *
 * @param name null while Telegram has not said it
 * @param since when it was linked (ISO 8601)
 */
public record TelegramView(String name, String since) {
    static TelegramView of(LinkedTelegram telegram) {
        return new TelegramView(telegram.name().orElse(null), telegram.since().toString());
    }

    /** The one that was unlinked to be safe; null if there is none, or nobody to tell. */
    static TelegramView of(TelegramLinking linking, User user) {
        return user == null
                ? null
                : linking.untied(user.id()).map(TelegramView::of).orElse(null);
    }
}
