package org.answerline.conversation.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.platform.text.Texts;

/** How operators read that a user waits for an answer. */
public final class OpenConversationText {

    private OpenConversationText() {}

    /** The number, the user, how long they have waited, and the operator who has the conversation. */
    public static String line(OpenConversation open, Instant now, Texts texts) {
        String number = Long.toString(open.number());
        String name = TelegramMessageTexts.line(open.userName());
        String wait = wait(Duration.between(open.since(), now), texts);
        return open.owner()
                .map(owner ->
                        texts.get("telegram.card.open.owned", number, name, wait, operatorName(owner.name(), texts)))
                .orElseGet(() -> texts.get("telegram.card.open.line", number, name, wait));
    }

    /** The same without the user's name. */
    public static String anonymousLine(OpenConversation open, Instant now, Texts texts) {
        String number = Long.toString(open.number());
        String wait = wait(Duration.between(open.since(), now), texts);
        return open.owner()
                .map(owner -> texts.get("mail.unanswered.owned", number, wait, operatorName(owner.name(), texts)))
                .orElseGet(() -> texts.get("mail.unanswered.line", number, wait));
    }

    /** The name of an operator as others read it. */
    public static String operatorName(Optional<String> name, Texts texts) {
        return name.map(TelegramMessageTexts::line).orElseGet(() -> texts.get("telegram.card.administrator"));
    }

    /** A length of time, such as 2 h. */
    public static String wait(Duration wait, Texts texts) {
        long minutes = Math.max(0, wait.toMinutes());
        if (minutes < 60) {
            return texts.get("telegram.card.minutes", minutes);
        }
        return wait.toHours() < 48
                ? texts.get("telegram.card.hours", wait.toHours())
                : texts.get("telegram.card.days", wait.toDays());
    }
}
