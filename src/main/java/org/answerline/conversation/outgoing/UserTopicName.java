package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.message.QuestionNumbers;
import org.answerline.delivery.topic.TopicName;
import org.answerline.delivery.topic.TopicRows;

/** Names a user's topic by the name on the site and the number of the first question, which no other user's topic has. */
@ApplicationScoped
public class UserTopicName implements TopicName {

    /** Telegram's limit, in code points. */
    private static final int MOST = 128;

    /** What Telegram removes from a name. */
    private static final Pattern REMOVED = Pattern.compile("[\\u0333\\u033F\\u030A]");

    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,18})$");

    @Inject
    private Accounts accounts;

    @Inject
    private QuestionNumbers numbers;

    @Inject
    private OperatorChat operator;

    @Override
    public Optional<String> of(long userId) {
        if (userId == TopicRows.DESK) {
            return Optional.of(operator.texts().get("telegram.topic.desk"));
        }
        return accounts.find(userId).map(User::fullName).flatMap(name -> numbers.firstNumber(userId)
                .map(number -> name(name, number)));
    }

    /** The number of a question with which the name of a user's topic ends; empty for a name of another kind. */
    public static OptionalLong numberIn(String name) {
        Matcher end = NUMBER.matcher(name);
        return end.find() ? OptionalLong.of(Long.parseLong(end.group(1))) : OptionalLong.empty();
    }

    /**
     * The name of a topic: one line without direction marks, at most 128 characters.
     *
     * @param number of the user's first question; it is never cut off
     */
    static String name(String fullName, long number) {
        String end = TelegramMessageTexts.number(number);
        String line = REMOVED.matcher(TelegramMessageTexts.line(fullName))
                .replaceAll("")
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
        int[] kept = line.codePoints().limit(MOST - end.length() - 1L).toArray();
        return (new String(kept, 0, kept.length).strip() + " " + end).strip();
    }
}
