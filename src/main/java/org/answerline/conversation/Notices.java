package org.answerline.conversation;

import java.util.ArrayList;
import java.util.List;
import org.answerline.account.User;
import org.answerline.platform.Texts;
import org.answerline.platform.TypedText;
import org.answerline.telegram.TelegramText;
import org.answerline.telegram.TextPieces;

/** How messages read in Telegram. Words of people stand in a quote of their own, so they cannot pass for ours. */
final class Notices {

    /** Room for our own words around a piece. */
    private static final int HEAD = 96;

    private Notices() {}

    /** A user's message for the operator, in as many parts as it needs. */
    static List<TelegramText> notice(SupportMessage message, User user, Texts texts) {
        String number = "#" + message.id();
        String head = texts.get("telegram.notice.head", source(message, texts));
        String who = texts.get("telegram.notice.who", line(user.fullName()), line(user.email()));
        String subject =
                message.subject() == null ? "" : texts.get("telegram.notice.subject", line(message.subject())) + "\n";
        int first = TelegramText.LIMIT - head.length() - who.length() - subject.length() - HEAD;
        List<String> pieces = TextPieces.of(message.text(), first, TelegramText.LIMIT - HEAD);
        List<TelegramText> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            TelegramText.Builder part = TelegramText.builder();
            if (i == 0) {
                part.reference(number, message.id()).add(" ").bold(head + ofParts(1, pieces.size(), texts));
                part.add("\n" + who + "\n" + subject + "\n");
            } else {
                part.reference(number, message.id())
                        .bold(ofParts(i + 1, pieces.size(), texts))
                        .add("\n\n");
            }
            parts.add(part.quote(pieces.get(i)).build());
        }
        return parts;
    }

    /** The operator's answer for a user. */
    static List<TelegramText> answer(SupportMessage message, Texts texts) {
        String head = texts.get("telegram.answer.head");
        List<String> pieces = TextPieces.of(message.text(), TelegramText.LIMIT - HEAD, TelegramText.LIMIT - HEAD);
        List<TelegramText> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String part = i == 0 ? head : texts.get("telegram.answer.more", i + 1, pieces.size());
            parts.add(TelegramText.plain(part + "\n\n" + pieces.get(i)));
        }
        return parts;
    }

    /** One line that cannot turn the reading direction of the words behind it. */
    private static String line(String typed) {
        return TypedText.cleanLine(typed).replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "");
    }

    private static String ofParts(int part, int parts, Texts texts) {
        return parts == 1 ? "" : " " + texts.get("telegram.notice.part", part, parts);
    }

    private static String source(SupportMessage message, Texts texts) {
        return texts.get(message.source() == Source.SITE ? "telegram.source.site" : "telegram.source.telegram");
    }
}
