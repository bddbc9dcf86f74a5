package org.answerline.conversation.message;

import java.util.List;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.MaxCharacters;
import org.answerline.platform.text.VisibleText;

/**
 * What a user asks in the form or the widget, already cleaned; its constraints are checked where the request arrives.
 *
 * @param subject at most {@link #SUBJECT_MAX} characters on one line; null when none was given
 * @param message at least one visible and at most {@link #TEXT_MAX} characters
 * @param files the ids of the files that go with it, in their order
 */
public record NewQuestion(
        @MaxCharacters(max = NewQuestion.SUBJECT_MAX, message = "error.subject.long") String subject,
        @VisibleText(message = "error.message.blank")
                @MaxCharacters(max = NewQuestion.TEXT_MAX, message = "error.message.long")
                String message,
        List<String> files) {

    /** The longest subject, in characters (Unicode code points). */
    public static final int SUBJECT_MAX = 200;

    /** The longest text, in characters (Unicode code points). */
    public static final int TEXT_MAX = 4_000;

    /** The question that was typed, cleaned. */
    public static NewQuestion typed(String subject, String message) {
        String line = InputText.cleanLine(subject);
        return new NewQuestion(
                InputText.isBlank(line) ? null : line, InputText.clean(message).strip(), List.of());
    }

    /** The same question with these files. */
    public NewQuestion with(List<String> attachmentIds) {
        return new NewQuestion(subject, message, List.copyOf(attachmentIds));
    }
}
