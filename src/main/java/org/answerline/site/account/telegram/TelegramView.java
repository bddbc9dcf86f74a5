package org.answerline.site.account.telegram;

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
    /** The Telegram as it is linked now. */
    public static TelegramView of(LinkedTelegram telegram) {
        return new TelegramView(telegram.name().orElse(null), telegram.since().toString());
    }

    /** The one that was unlinked for safety; null if there is none or no user. */
    public static TelegramView of(TelegramLinking linking, User user) {
        return user == null
                ? null
                : linking.untied(user.id()).map(TelegramView::of).orElse(null);
    }
}
