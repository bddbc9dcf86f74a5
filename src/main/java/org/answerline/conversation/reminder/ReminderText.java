package org.answerline.conversation.reminder;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.platform.text.Quote;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.TelegramText;

/** What operators and the owner read about users who wait for an answer. */
final class ReminderText {

    /** As many lines are in one message; a line is shorter than 200 characters, and Telegram accepts 4096. */
    private static final int MOST_LINES = 15;

    private ReminderText() {}

    /** About one user; a Reply is an answer. */
    static String one(OpenConversation open, Instant now, Texts texts) {
        String line = texts.get("telegram.reminder.one", OpenConversationText.line(open, now, texts));
        return (line + "\n" + Quote.line(open.text()).orElse("")).strip();
    }

    /** About several users; a Reply to a selected line, or one that begins with a number, is an answer. */
    static TelegramText several(List<OpenConversation> open, Instant now, Texts texts) {
        TelegramText.Builder text = TelegramText.builder().add(texts.get("telegram.reminder.several", open.size()));
        open.stream().limit(MOST_LINES).forEach(each -> text.add("\n")
                .reference(each.messageId())
                .add(OpenConversationText.line(each, now, texts)));
        if (open.size() > MOST_LINES) {
            text.add("\n" + texts.get("telegram.reminder.more", open.size() - MOST_LINES));
        }
        return text.build();
    }

    /** The text of the e-mail: numbers and times, but no names of users. */
    static String mail(List<OpenConversation> open, Instant now, Texts texts) {
        String lines = open.stream()
                .map(each -> OpenConversationText.anonymousLine(each, now, texts))
                .collect(Collectors.joining("\n"));
        return texts.get("mail.unanswered.text", lines);
    }
}
