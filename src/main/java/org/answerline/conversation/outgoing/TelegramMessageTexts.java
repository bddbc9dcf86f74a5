package org.answerline.conversation.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.Source;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TelegramText;

/** The texts of messages in Telegram. A user's text is in a blockquote, so it cannot imitate the bot's own text. */
public final class TelegramMessageTexts {

    private static final Pattern DIRECTIONS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** Characters reserved for the bot's own text around a piece. */
    private static final int HEAD = 96;

    private static final String AFTER_HEAD = "\n\n";

    /** Most attributes are short; all of them are in the answer to /who. */
    private static final int ATTRIBUTES_OF_NOTICE = 300;

    private TelegramMessageTexts() {}

    /** A user's message for the operators with its files, in as many parts as needed. */
    static List<OutboxPart> notice(SupportMessage message, User user, List<Attachment> files, Texts texts) {
        if (files.isEmpty()) {
            return notice(message, user, texts).stream().map(OutboxPart::of).toList();
        }
        boolean asCaption = message.source() == Source.TELEGRAM;
        return FileGrouping.of(notice(message, user, texts), files, number(message), asCaption);
    }

    /** The number of a message as caption of files that come after its text, so that a Reply to a file finds the message. */
    public static TelegramText number(SupportMessage message) {
        return TelegramText.about(message.id(), number(message.number()));
    }

    /** The new text of a user's message for the operators, who have the earlier text. */
    static List<OutboxPart> edited(SupportMessage message, Texts texts) {
        String key = message.text().isEmpty() ? "telegram.notice.textremoved" : "telegram.notice.edited";
        String head = texts.get(key, number(message.number()));
        return message.formatted().pieces(TelegramText.LIMIT - HEAD, TelegramText.LIMIT - HEAD).stream()
                .map(piece -> TelegramText.builder()
                        .reference(message.id())
                        .add(head + "\n\n")
                        .quote(piece)
                        .build())
                .map(OutboxPart::of)
                .toList();
    }

    /** A part of a user's album that arrived after the others were sent; its text is the caption or comes before it. */
    static List<OutboxPart> late(SupportMessage message, Attachment file, FormattedText words) {
        List<TelegramText> texts = words.pieces(TelegramText.LIMIT - HEAD, TelegramText.LIMIT - HEAD).stream()
                .filter(piece -> !piece.text().isEmpty())
                .map(piece -> TelegramText.builder()
                        .reference(message.id())
                        .add(number(message.number()) + "\n")
                        .quote(piece)
                        .build())
                .toList();
        return texts.isEmpty()
                ? FileGrouping.of(List.of(file), number(message))
                : FileGrouping.of(texts, List.of(file), number(message), true);
    }

    /** A late part of an operator's album for a user. */
    static List<OutboxPart> lateAnswer(Attachment file, FormattedText words) {
        List<TelegramText> texts = words.pieces(TelegramText.LIMIT, TelegramText.LIMIT).stream()
                .filter(piece -> !piece.text().isEmpty())
                .map(piece -> TelegramText.builder().add(piece).build())
                .toList();
        TelegramText none = TelegramText.plain("");
        return texts.isEmpty()
                ? FileGrouping.of(List.of(file), none)
                : FileGrouping.of(texts, List.of(file), none, true);
    }

    /** A question's number as it is shown to people. */
    public static String number(Long number) {
        return "#" + number;
    }

    private static List<TelegramText> notice(SupportMessage message, User user, Texts texts) {
        String number = number(message.number());
        String head = texts.get("telegram.notice.head", source(message, texts));
        String who = who(user, texts);
        String subject =
                message.subject() == null ? "" : texts.get("telegram.notice.subject", line(message.subject())) + "\n";
        String quote =
                message.quote() == null ? "" : texts.get("telegram.notice.inreplyto", line(message.quote())) + "\n";
        int first = TelegramText.LIMIT - head.length() - who.length() - subject.length() - quote.length() - HEAD;
        List<FormattedText> pieces = message.formatted().pieces(first, TelegramText.LIMIT - HEAD);
        List<TelegramText> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            TelegramText.Builder part = TelegramText.builder();
            if (i == 0) {
                part.reference(message.id()).add(number + " ").bold(head + ofParts(1, pieces.size(), texts));
                part.add("\n" + who + "\n" + subject + quote + "\n");
            } else {
                part.reference(message.id())
                        .add(number)
                        .bold(ofParts(i + 1, pieces.size(), texts))
                        .add("\n\n");
            }
            parts.add(part.quote(pieces.get(i)).build());
        }
        return parts;
    }

    /**
     * Name and address of the user, and what the site shows of them; an unconfirmed address is marked, because an account can be created
     * with any address.
     */
    private static String who(User user, Texts texts) {
        String key = user.isConfirmed() ? "telegram.notice.who" : "telegram.notice.who.unconfirmed";
        String name = texts.get(
                user.email().isEmpty() ? "telegram.notice.who.nameonly" : key,
                line(user.fullName()),
                line(user.email()));
        String attributes = cut(String.join(" · ", attributes(user)), ATTRIBUTES_OF_NOTICE);
        return attributes.isEmpty() ? name : name + "\n" + texts.get("telegram.notice.attributes", attributes);
    }

    /** What the site shows of its user, each as one line of text without effect on the text around it. */
    public static List<String> attributes(User user) {
        return user.attributes().entrySet().stream()
                .map(attribute -> line(attribute.getKey()) + ": " + line(attribute.getValue()))
                .toList();
    }

    /** The text, or its beginning if it is longer than this; in UTF-16 units, as Telegram counts. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** The operator's answer for a user with its files. */
    static List<OutboxPart> answer(SupportMessage message, List<Attachment> files, Texts texts) {
        return FileGrouping.of(answer(message, texts), files, TelegramText.plain(""), true);
    }

    private static List<TelegramText> answer(SupportMessage message, Texts texts) {
        String head = message.signature()
                .map(name -> texts.get("telegram.answer.signed", line(name)))
                .orElseGet(() -> texts.get("telegram.answer.head"));
        // A full name of an operator is longer than what is reserved for other heads.
        int first = Math.min(TelegramText.LIMIT - HEAD, TelegramText.LIMIT - head.length() - AFTER_HEAD.length());
        List<FormattedText> pieces = message.formatted().pieces(first, TelegramText.LIMIT - HEAD);
        List<TelegramText> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String part = i == 0 ? head : texts.get("telegram.answer.more", i + 1, pieces.size());
            parts.add(TelegramText.builder()
                    .add(part + AFTER_HEAD)
                    .add(pieces.get(i))
                    .build());
        }
        return parts;
    }

    /** The text on one line, without effect on the writing direction of the text after it. */
    public static String line(String typed) {
        return DIRECTIONS.matcher(InputText.cleanLine(typed)).replaceAll("");
    }

    private static String ofParts(int part, int parts, Texts texts) {
        return parts == 1 ? "" : " " + texts.get("telegram.notice.part", part, parts);
    }

    private static String source(SupportMessage message, Texts texts) {
        return texts.get(message.source() == Source.SITE ? "telegram.source.site" : "telegram.source.telegram");
    }
}
